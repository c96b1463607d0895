package org.huying.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProblemEdgeTest {
    record Lamp(@NotBlank String name, @Max(5) int count) {}

    @RestController
    static class Lamps {
        @PostMapping("/lamps")
        Lamp add(@RequestBody @Valid Lamp lamp) {
            return lamp;
        }

        @GetMapping("/lamps/{number}")
        String one(@PathVariable int number, @RequestHeader("X-Key") String key) {
            if (number == 1) {
                throw Problem.REFUSED
                        .with("灯已拆除", "The lamp is gone")
                        .and("steps", List.of("rest"));
            }
            throw new IllegalStateException("SELECT secret FROM org.huying.Inside " + key);
        }
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final MockMvcTester mvc =
            MockMvcTester.create(
                    MockMvcBuilders.standaloneSetup(new Lamps())
                            .setControllerAdvice(new ProblemAdvice(new ProblemWriter(JSON)))
                            .setMessageConverters(new JacksonJsonHttpMessageConverter(JSON))
                            .setLocaleResolver(new Locales().localeResolver())
                            .build());

    @Test
    void answersInChineseWithACode() {
        var result = mvc.get().uri("/lamps/1").header("X-Key", "k").exchange();
        assertProblem(result, 409, "refused");
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("灯已拆除");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/refused");
        assertThat(result).bodyJson().extractingPath("$.steps[0]").isEqualTo("rest");
        assertThat(result).bodyJson().extractingPath("$.traceId").asString().hasSize(32);
    }

    @Test
    void answersInEnglishToWhoPrefersIt() {
        var result =
                mvc.get()
                        .uri("/lamps/1")
                        .header("X-Key", "k")
                        .header("Accept-Language", "fr, en-GB;q=0.9, zh;q=0.1")
                        .exchange();
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("The lamp is gone");
    }

    @Test
    void listsAllInvalidFields() {
        var result = post("{\"name\":\" \",\"count\":9}");
        assertProblem(result, 422, "invalid");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].path")
                .asArray()
                .containsExactlyInAnyOrder("name", "count");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].code")
                .asArray()
                .containsExactlyInAnyOrder("not-blank", "max");
    }

    @Test
    void refusesUnknownAndMistypedFieldsAndSaysWhere() {
        var unknown = post("{\"name\":\"a\",\"count\":1,\"colour\":1}");
        assertProblem(unknown, 422, "invalid");
        assertThat(unknown).bodyJson().extractingPath("$.errors[0].path").isEqualTo("colour");
        var mistyped = post("{\"name\":\"a\",\"count\":\"many\"}");
        assertProblem(mistyped, 422, "invalid");
        assertThat(mistyped).bodyJson().extractingPath("$.errors[0].code").isEqualTo("wrong-type");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertProblem(post("{\"name\":"), 400, "unreadable");
        assertProblem(post(""), 400, "unreadable");
        assertProblem(
                mvc.get().uri("/lamps/one").header("X-Key", "k").exchange(), 400, "unreadable");
        assertProblem(mvc.get().uri("/lamps/1").exchange(), 400, "unreadable");
    }

    @Test
    void refusesMethodMediaTypeAndFormat() {
        assertProblem(mvc.put().uri("/lamps").exchange(), 405, "method-not-allowed");
        assertProblem(
                mvc.post().uri("/lamps").contentType(MediaType.TEXT_PLAIN).content("x").exchange(),
                415,
                "unsupported-media");
        var xml =
                mvc.post()
                        .uri("/lamps")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_XML)
                        .content("{\"name\":\"a\",\"count\":1}")
                        .exchange();
        assertProblem(xml, 406, "not-acceptable");
        assertProblem(mvc.get().uri("/nowhere").exchange(), 404, "not-found");
    }

    @Test
    void tellsNothingAboutItsInside() {
        var result = mvc.get().uri("/lamps/2").header("X-Key", "k").exchange();
        assertProblem(result, 500, "internal");
        assertThat(result).bodyText().doesNotContain("SELECT", "huying.Inside", "IllegalState");
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/lamps")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
