package org.huying.front;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The four doors. Every address below a door that is no file is one of its pages, and the door's page answers it.
@Configuration(proxyBeanMethods = false)
class Doors implements WebMvcConfigurer {
    static final List<String> NAMES = List.of("resident", "field", "desk", "screen");

    /// What is built carries its own digest in its name.
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_EVER);
        for (var door : NAMES) {
            registry.addResourceHandler("/" + door + "/**")
                    .addResourceLocations("classpath:/static/" + door + "/")
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false)
                    .addResolver(new Page());
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var door : NAMES) {
            registry.addRedirectViewController("/" + door, "/" + door + "/");
            // a resource handler answers nothing to an empty path
            registry.addViewController("/" + door + "/")
                    .setViewName("forward:/" + door + "/index.html");
        }
    }

    private static final class Page extends PathResourceResolver {
        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            return file != null ? file : location.createRelative("index.html");
        }
    }
}
