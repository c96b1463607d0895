package org.huying.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.huying.gateway.sending.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What providers of OpenID Connect say of themselves, learned from their discovery document and kept for an hour; their
/// keys for ten minutes, and read anew when a token names one that nobody knows.
@Component
class Issuers {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final int LARGEST = 256 * 1024;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final long KEYS_KEPT = Duration.ofMinutes(10).toMillis();
    private static final long KEYS_BETWEEN = Duration.ofSeconds(1).toMillis();
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /// A provider as it describes itself.
    record Issuer(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    private final Wire wire;
    private final Cache<String, Issuer> known =
            Caffeine.newBuilder().maximumSize(200).expireAfterWrite(KEPT).build();

    Issuers(Wire wire) {
        this.wire = wire;
    }

    Issuer of(Provider provider, Way.Oidc way) throws NotProven {
        var kept = known.getIfPresent(provider.mark());
        if (kept != null) {
            return kept;
        }
        var metadata = discovered(way);
        var fresh = new Issuer(metadata, keys(metadata));
        known.put(provider.mark(), fresh);
        return fresh;
    }

    private OIDCProviderMetadata discovered(Way.Oidc way) throws NotProven {
        var address = way.issuer().replaceAll("/+$", "") + DISCOVERY;
        var ended = get(address);
        if (ended.error().isPresent()) {
            throw new NotProven(Failure.PROVIDER, "discovery: " + ended.error().get());
        }
        try {
            var metadata = OIDCProviderMetadata.parse(ended.body());
            if (!metadata.getIssuer().getValue().equals(way.issuer())) {
                throw new NotProven(Failure.PROVIDER, "discovery: it calls itself otherwise");
            }
            checked(way, metadata);
            return metadata;
        } catch (ParseException _) {
            throw new NotProven(Failure.PROVIDER, "discovery: the document cannot be read");
        }
    }

    /// Nothing of it may be less protected than the provider itself.
    private static void checked(Way.Oidc way, OIDCProviderMetadata metadata) throws NotProven {
        boolean secure = way.issuer().startsWith("https://");
        var asked =
                Stream.<@Nullable URI>of(
                                metadata.getAuthorizationEndpointURI(),
                                metadata.getTokenEndpointURI(),
                                metadata.getJWKSetURI())
                        .toList();
        for (var address : asked) {
            if (address == null || (secure && !"https".equals(address.getScheme()))) {
                throw new NotProven(
                        Failure.PROVIDER, "discovery: an address is missing or not https");
            }
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws NotProven {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            metadata.getJWKSetURI().toURL(), this::keySet)
                    .cache(KEYS_KEPT, PATIENCE.toMillis() * 2)
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_BETWEEN)
                    .build();
        } catch (MalformedURLException _) {
            throw new NotProven(Failure.PROVIDER, "discovery: the address of its keys is none");
        }
    }

    private Resource keySet(URL url) throws IOException {
        var ended = get(url.toString());
        if (ended.error().isPresent()) {
            throw new IOException("keys: " + ended.error().get());
        }
        return new Resource(ended.body(), "application/json");
    }

    private Wire.Ended get(String address) {
        return wire.call(
                address,
                LARGEST,
                PATIENCE,
                uri -> HttpRequest.newBuilder(uri).header("Accept", "application/json"));
    }
}
