package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.ServletRequestPathUtils;

class AddressesTest {

    @RestController
    static class Lamps {
        @GetMapping("/api/{region}/lamps")
        public String list() {
            return "list";
        }

        @GetMapping("/api/{region}/lamps/{id}")
        public String one() {
            return "one";
        }

        @GetMapping("/api/{region}/lamps/broken")
        public String broken() {
            return "broken";
        }

        @PostMapping("/api/{region}/lamps/{id}/repair")
        public String repair() {
            return "repair";
        }

        @PostMapping("/api/{region}/doors/{id}/repair")
        public String door() {
            return "door";
        }
    }

    private final Addresses addresses = addresses();

    private static Addresses addresses() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("lamps", Lamps.class);
        context.refresh();
        var addresses = new Addresses();
        addresses.setApplicationContext(context);
        addresses.afterPropertiesSet();
        return addresses;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/370481/lamps, list",
        "GET, /api/370481/lamps/7, one",
        "GET, /api/370481/lamps/broken, broken",
        "POST, /api/370481/lamps/7/repair, repair",
        "POST, /api/370481/doors/7/repair, door",
        "GET, /api/370481/lamps/%E7%81%AF, one",
        "GET, /api/370481/lamps/7/, ",
        "GET, /api/370481/lights, ",
        "GET, /, ",
        "GET, /api//lamps, ",
    })
    void findsTheHandlerTheFrameworkWouldFind(String method, String path, String handler)
            throws Exception {
        var request = request(method, path);
        var found = addresses.getHandler(request);
        assertThat(
                        found == null
                                ? null
                                : ((HandlerMethod) found.getHandler()).getMethod().getName())
                .isEqualTo(handler);
    }

    @Test
    void tellsTheVariablesAndRefusesAnotherMethod() throws Exception {
        var request = request("POST", "/api/370481/doors/7/repair");
        Objects.requireNonNull(addresses.getHandler(request));
        assertThat(
                        request.getAttribute(
                                org.springframework.web.servlet.HandlerMapping
                                        .URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .isEqualTo(java.util.Map.of("region", "370481", "id", "7"));
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowableOfType(
                                        HttpRequestMethodNotSupportedException.class,
                                        () ->
                                                addresses.getHandler(
                                                        request(
                                                                "GET",
                                                                "/api/370481/doors/7/repair")))
                                .getSupportedHttpMethods())
                .containsExactlyElementsOf(List.of(HttpMethod.POST));
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
