package org.huying.access.once;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.huying.access.Caller;
import org.huying.access.Callers;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.ProblemWriter;
import org.huying.vault.Cipher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a keyed change happen once. The handler runs within a transaction opened here, and its answer is a row of the same
/// transaction: after a crash either both are there or neither. A refusal leaves nothing behind, so the same key may be
/// tried again. While one such transaction is open, the same key on any server is told to wait.
@Component
public class Once {
    static final String HEADER = "Idempotency-Key";

    /// Answers above this are not kept; their request is still carried out only once.
    static final int LARGEST = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");

    /// Each holds a connection while its handler runs: never more than a few, so that the others keep theirs.
    private final Semaphore turns = new Semaphore(4);

    private final KeptAnswers answers;
    private final Cipher cipher;
    private final PlatformTransactionManager transactions;
    private final ProblemWriter problems;

    Once(
            KeptAnswers answers,
            Cipher cipher,
            PlatformTransactionManager transactions,
            ProblemWriter problems) {
        this.answers = answers;
        this.cipher = cipher;
        this.transactions = transactions;
        this.problems = problems;
    }

    /// Opens the transaction for the handler, or answers what was answered before and is false.
    boolean begin(HttpServletRequest request, KeyedCall call) throws IOException {
        var caller = Callers.of(request);
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            return true; // an answer is kept for somebody
        }
        var key = key(request, caller);
        var digest = cipher.blind(RequestDigest.of(request, call));
        turn();
        var open = new KeyedCall.Open(start(), region(request), key, digest);
        call.opened(open);
        if (!answers.take(key)) {
            throw Problem.KEY_IN_USE.plain().retryAfter(1);
        }
        var kept = answers.find(open.region(), key);
        if (kept.isEmpty()) {
            return true;
        }
        if (!Arrays.equals(kept.get().request(), digest)) {
            throw Problem.KEY_REUSED.plain();
        }
        abandon(call);
        replay(kept.get(), call);
        return false;
    }

    /// Keeps the answer and commits; a refusal is rolled back.
    void finish(KeyedCall call) throws IOException {
        var open = call.open();
        if (open.isEmpty() || !done(call.answer().getStatus())) {
            return;
        }
        try {
            answers.keep(open.get().region(), open.get().key(), answer(open.get(), call));
            call.opened(null);
            transactions.commit(open.get().transaction());
            turns.release();
        } catch (DataAccessException | TransactionException e) {
            LOG.error("The answer to a keyed request could not be kept; nothing was changed", e);
            if (call.open().isEmpty()) {
                turns.release(); // a commit that failed has ended its transaction
            }
            problems.write(call, call.answer(), Problem.OVERLOADED.plain().retryAfter(1));
        }
    }

    /// Rolls back what is still open.
    void abandon(KeyedCall call) {
        call.open()
                .ifPresent(open -> {
                    call.opened(null);
                    try {
                        transactions.rollback(open.transaction());
                    } finally {
                        turns.release();
                    }
                });
    }

    private org.springframework.transaction.TransactionStatus start() {
        try {
            return transactions.getTransaction(new DefaultTransactionDefinition());
        } catch (RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    private void turn() {
        try {
            if (turns.tryAcquire(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.OVERLOADED.plain().retryAfter(1);
    }

    private byte[] key(HttpServletRequest request, Caller caller) {
        var header = request.getHeader(HEADER);
        if (header == null || !KEY.matcher(header).matches()) {
            throw malformed();
        }
        return cipher.blind(caller.account() + " " + header);
    }

    private static ProblemException malformed() {
        return Problem.UNREADABLE.with(
                "Idempotency-Key 是 1 到 100 个可见 ASCII 字符",
                "Idempotency-Key has 1 to 100 visible ASCII characters");
    }

    private static String region(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("region") instanceof String region
                        && REGION.matcher(region).matches()
                ? region
                : "000000";
    }

    private static boolean done(int status) {
        return status >= 200 && status < 300;
    }

    private static KeptAnswer answer(KeyedCall.Open open, KeyedCall call) {
        var answer = call.answer();
        byte @Nullable [] body =
                answer.getContentSize() > LARGEST ? null : answer.getContentAsByteArray();
        return new KeptAnswer(
                open.request(),
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.ETAG),
                answer.getHeader(HttpHeaders.LOCATION),
                body);
    }

    private static void replay(KeptAnswer kept, KeyedCall call) throws IOException {
        var body = kept.body();
        if (body == null) {
            throw Problem.ANSWER_NOT_KEPT.plain();
        }
        var answer = call.answer();
        answer.setStatus(kept.status());
        answer.setHeader("Idempotency-Replayed", "true");
        if (kept.type() != null) {
            answer.setContentType(kept.type());
        }
        if (kept.etag() != null) {
            answer.setHeader(HttpHeaders.ETAG, kept.etag());
        }
        if (kept.address() != null) {
            answer.setHeader(HttpHeaders.LOCATION, kept.address());
        }
        answer.getOutputStream().write(body);
    }
}
