package org.huying.access.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, OnceTest.Counter.class})
class OnceTest {
    private static final String HERE = "/api/v1/370481/counted";

    record Wish(String what) {}

    /// Writes a row each time it is really called.
    @TestComponent
    @RestController
    static class Counter {
        final AtomicInteger calls = new AtomicInteger();
        volatile CountDownLatch entered = new CountDownLatch(0);
        volatile CountDownLatch leave = new CountDownLatch(0);
        private final JdbcClient jdbc;

        Counter(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping("/api/v1/{region}/counted")
        @Permit(Permit.SIGNED_IN)
        ResponseEntity<Wish> count(@PathVariable String region, @RequestBody Wish wish)
                throws InterruptedException {
            int call = calls.incrementAndGet();
            write(region, wish.what());
            entered.countDown();
            leave.await();
            if (wish.what().startsWith("refused")) {
                throw Problem.REFUSED.plain();
            }
            if (wish.what().startsWith("broken")) {
                throw new IllegalStateException("after the write");
            }
            var size = wish.what().startsWith("huge") ? Once.LARGEST : 1;
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag("\"" + call + "\"")
                    .header("Location", "/somewhere/" + call)
                    .body(new Wish(wish.what() + " " + "x".repeat(size) + call));
        }

        @PostMapping("/api/v1/{region}/counted/file")
        @Permit(Permit.OPEN)
        Wish file(@RequestParam("file") MultipartFile file, Caller caller) {
            return new Wish(file.getSize() + " " + calls.incrementAndGet());
        }

        private void write(String region, String what) {
            jdbc.sql(
                            """
                            INSERT INTO access.one_time_code
                                   (region, id, phone_blind, address_blind, code_blind, created_at, expires_at)
                            VALUES (:region, :id, :what, '', '', now(), now())
                            """)
                    .param("region", region)
                    .param("id", Ids.next())
                    .param("what", what.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .update();
        }
    }

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired Counter counter;
    @Autowired JdbcClient jdbc;
    private String bearer = "";

    @BeforeEach
    void somebody() {
        bearer = town.ready().token("system-admin", Optional.empty());
    }

    @Test
    void carriesOutTheSameRequestOnceAndAnswersItTwice() throws Exception {
        var first = post("once-1", "first");
        var again = post("once-1", "first");
        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(again)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("ETag", String.valueOf(first.getResponse().getHeader("ETag")))
                .hasHeader("Location", String.valueOf(first.getResponse().getHeader("Location")));
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(written("first")).isEqualTo(1);
        assertThat(post("once-2", "first")).hasStatus(201);
        assertThat(written("first")).isEqualTo(2);
    }

    @Test
    void refusesTheKeyForAnotherRequestButNotForAnotherCaller() {
        assertThat(post("other-1", "this")).hasStatus(201);
        assertProblem(post("other-1", "that"), 422, "key-reused");
        assertThat(written("that")).isZero();
        bearer = town.token("leader", Optional.empty());
        assertThat(post("other-1", "that")).hasStatus(201);
        assertProblem(post("not a key", "that"), 400, "unreadable");
    }

    @Test
    void leavesNothingOfWhatWasRefusedOrBrokeAndLetsItBeTriedAgain() {
        assertProblem(post("again-1", "refused"), 409, "refused");
        assertProblem(post("again-1", "refused"), 409, "refused");
        assertProblem(post("again-2", "broken"), 500, "internal");
        assertThat(written("refused") + written("broken")).isZero();
        assertThat(post("again-1", "now fine")).hasStatus(201);
    }

    @Test
    void tellsTheSecondToWaitWhileTheFirstIsUnderWay() throws Exception {
        counter.entered = new CountDownLatch(1);
        counter.leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post("both-1", "slow"));
            counter.entered.await();
            var second = post("both-1", "slow");
            assertProblem(second, 409, "key-in-use");
            assertThat(second).hasHeader("Retry-After", "1");
            counter.leave.countDown();
            assertThat(first.get()).hasStatus(201);
        }
        assertThat(post("both-1", "slow")).hasHeader("Idempotency-Replayed", "true");
        assertThat(written("slow")).isEqualTo(1);
    }

    @Test
    void remembersThatAnAnswerWasTooLargeToKeep() {
        assertThat(post("huge-1", "huge")).hasStatus(201);
        assertProblem(post("huge-1", "huge"), 409, "answer-not-kept");
        assertThat(written("huge")).isEqualTo(1);
    }

    @Test
    void knowsTheSameFileWhateverStandsBetweenItsParts() throws Exception {
        var first = upload("file-1", "picture");
        assertThat(text(upload("file-1", "picture"))).isEqualTo(text(first));
        assertProblem(upload("file-1", "another"), 422, "key-reused");
    }

    @Test
    void keepsNothingInClear() {
        post("clear-key-1", "clear");
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM access.kept_answer
                                         WHERE encode(key, 'escape') LIKE '%clear-key%'
                                            OR encode(request, 'escape') LIKE '%clear%'
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private MvcTestResult post(String key, String what) {
        return http.post()
                .uri(HERE)
                .header("Authorization", "Bearer " + bearer)
                .header(Once.HEADER, key)
                .contentType("application/json")
                .content("{\"what\":\"%s\"}".formatted(what))
                .exchange();
    }

    private MvcTestResult upload(String key, String content) {
        return http.post()
                .uri(HERE + "/file")
                .multipart()
                .file("file", content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + bearer)
                .header(Once.HEADER, key)
                .exchange();
    }

    private int written(String what) {
        return jdbc.sql("SELECT count(*) FROM access.one_time_code WHERE phone_blind = :what")
                .param("what", what.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Integer.class)
                .single();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
