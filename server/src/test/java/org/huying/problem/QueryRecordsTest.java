package org.huying.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class QueryRecordsTest {

    record Asked(
            @Nullable String word,
            @Nullable @Max(50) Integer limit,
            @Nullable LocalDate day,
            @Nullable List<String> state) {}

    @RestController
    static class Lists {
        @GetMapping("/list")
        String list(@Valid Asked asked) {
            return asked.toString();
        }
    }

    private final MockMvcTester http =
            MockMvcTester.create(
                    MockMvcBuilders.standaloneSetup(new Lists())
                            .setCustomArgumentResolvers(new QueryRecords())
                            .build());

    @Test
    void fillsWhatIsGivenAndLeavesTheRestEmpty() {
        assertThat(http.get().uri("/list?word=lamp&day=2026-11-30"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("Asked[word=lamp, limit=null, day=2026-11-30, state=null]");
        assertThat(http.get().uri("/list?nonsense=1"))
                .bodyText()
                .isEqualTo("Asked[word=null, limit=null, day=null, state=null]");
    }

    @Test
    void takesAListOfOneOrMore() {
        assertThat(http.get().uri("/list?state=OPEN")).bodyText().contains("state=[OPEN]");
        assertThat(http.get().uri("/list?state=OPEN&state=CLOSED"))
                .bodyText()
                .contains("state=[OPEN, CLOSED]");
    }

    @Test
    void namesEveryValueOfTheWrongTypeAtOnce() {
        assertThat(wrong("/list?limit=many&day=someday")).containsExactlyInAnyOrder("limit", "day");
    }

    @Test
    void namesWhatBreaksARule() {
        assertThat(wrong("/list?limit=51")).containsExactly("limit");
        assertThat(http.get().uri("/list?limit=50")).hasStatusOk();
    }

    private List<String> wrong(String address) {
        var refusal =
                (MethodArgumentNotValidException)
                        Objects.requireNonNull(
                                http.get()
                                        .uri(address)
                                        .exchange()
                                        .getMvcResult()
                                        .getResolvedException());
        return refusal.getBindingResult().getFieldErrors().stream()
                .map(FieldError::getField)
                .toList();
    }
}
