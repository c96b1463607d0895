package org.huying.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/// A true provider of OpenID Connect on a port of its own, whose tokens can be spoilt. Anybody with the password `secret`
/// is somebody there, by the name given.
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "huying";
    static final String SECRET = "client-secret";

    /// What is wrong with it.
    enum Fault {
        NONE,
        WRONG_NONCE,
        EXPIRED,
        WRONG_AUDIENCE,
        WRONG_PARTY,
        WRONG_ISSUER,
        NO_ACCOUNT,
        UNSIGNED,
        OTHER_KEY,
        DOWN,
        SLOW
    }

    volatile Fault fault = Fault.NONE;

    private volatile RSAKey published = key();
    private final RSAKey stranger = key();
    private final Tomcat tomcat = new Tomcat();
    private volatile @Nullable Filter security;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param huying where browsers find Huying
    TestIssuer(String huying, String back) {
        try {
            tomcat.setBaseDir(Files.createTempDirectory("issuer").toString());
            tomcat.setHostname(InetAddress.getLoopbackAddress().getHostAddress());
            tomcat.setPort(0);
            tomcat.getConnector();
            var context = tomcat.addContext("", new File(".").getAbsolutePath());
            Tomcat.addServlet(context, "nothing", new HttpServlet() {});
            context.addServletMappingDecoded("/", "nothing");
            filter(context, this::filtered);
            tomcat.start();
            security =
                    beans(context.getServletContext(), huying, back)
                            .getBean("springSecurityFilterChain", Filter.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort();
    }

    /// Another key from now on; the old one is gone.
    void rotate() {
        published = key();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void filter(Context context, Filter filter) {
        var def = new FilterDef();
        def.setFilterName("all");
        def.setFilter(filter);
        var map = new FilterMap();
        map.setFilterName("all");
        map.addURLPattern("/*");
        map.setDispatcher(DispatcherType.REQUEST.name());
        context.addFilterDef(def);
        context.addFilterMap(map);
    }

    private void filtered(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (fault) {
            case DOWN -> ((HttpServletResponse) response).sendError(503);
            case SLOW -> pause();
            default -> Objects.requireNonNull(security).doFilter(request, response, chain);
        }
    }

    private void pause() {
        try {
            closing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private AnnotationConfigWebApplicationContext beans(
            ServletContext context, String huying, String back) {
        var beans = new AnnotationConfigWebApplicationContext();
        beans.addBeanFactoryPostProcessor(factory -> {
            factory.registerSingleton("issuer", this);
            factory.registerSingleton("client", client(huying, back));
        });
        beans.register(Security.class);
        beans.setServletContext(context);
        beans.refresh();
        return beans;
    }

    private static RegisteredClient client(String huying, String back) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(back)
                .postLogoutRedirectUri(huying + "/desk/sign-in")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private void spoil(JwtEncodingContext context) {
        if (!context.getTokenType().getValue().equals("id_token")) {
            return;
        }
        var claims = context.getClaims();
        var now = Instant.now();
        switch (fault) {
            case WRONG_NONCE -> claims.claim("nonce", "of somebody else");
            case EXPIRED ->
                    claims.issuedAt(now.minus(Duration.ofHours(2)))
                            .expiresAt(now.minus(Duration.ofHours(1)));
            case WRONG_AUDIENCE -> claims.audience(List.of("another"));
            case WRONG_PARTY -> claims.audience(List.of(CLIENT, "another")).claim("azp", "another");
            case WRONG_ISSUER -> claims.issuer("http://127.0.0.1:1");
            case NO_ACCOUNT -> claims.subject(" ");
            case NONE, UNSIGNED, OTHER_KEY, DOWN, SLOW -> {}
        }
    }

    private Jwt encoded(JwtEncoderParameters parameters) {
        if (fault == Fault.UNSIGNED) {
            return unsigned(parameters);
        }
        var signing = fault == Fault.OTHER_KEY ? stranger : published;
        return new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(signing)))
                .encode(parameters);
    }

    private static Jwt unsigned(JwtEncoderParameters parameters) {
        var claims = new JWTClaimsSet.Builder();
        var given = parameters.getClaims().getClaims();
        given.forEach((name, value) ->
                claims.claim(name, value instanceof Instant at ? Date.from(at) : value));
        return Jwt.withTokenValue(new PlainJWT(claims.build()).serialize())
                .header("alg", "none")
                .claims(it -> it.putAll(given))
                .build();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    @EnableWebSecurity
    static class Security {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .csrf(it -> it.ignoringRequestMatchers("/login"))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(RegisteredClient client) {
            return new InMemoryRegisteredClientRepository(client);
        }

        @Bean
        UserDetailsService anybody() {
            return name -> User.withUsername(name).password("{noop}secret").roles("USER").build();
        }

        @Bean
        JWKSource<SecurityContext> keys(TestIssuer issuer) {
            return (selector, _) -> selector.select(new JWKSet(issuer.published));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JwtEncoder encoder(TestIssuer issuer) {
            return issuer::encoded;
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> spoiler(TestIssuer issuer) {
            return issuer::spoil;
        }

        @Bean
        AuthorizationServerSettings settings(TestIssuer issuer) {
            return AuthorizationServerSettings.builder().issuer(issuer.issuer()).build();
        }
    }
}
