package org.huying.gateway.open311;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.gateway.open311.Jurisdictions.Jurisdiction;
import org.huying.matter.Reports;
import org.huying.playbook.Publication;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Requests: new ones, the list, one by its number, and the number behind a token.
@RestController
class RequestController {

    private static final String ROOT = "service_requests";
    private static final int MOST_NUMBERS = 500;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final List<String> ASKING =
            List.of(
                    "service_code",
                    "start_date",
                    "end_date",
                    "status",
                    "page",
                    "page_size",
                    "after");

    private record Wanted(
            Jurisdiction where,
            Map<String, List<String>> fields,
            Format format,
            Drawing.Manner manner) {}

    private record Ready(byte[] plain, byte[] packed, Optional<Cursor> next) {}

    private final Jurisdictions jurisdictions;
    private final RequestDesk desk;
    private final RequestLists lists;
    private final Reports reports;
    private final Drawing drawing;
    private final Cache<Wanted, Ready> ready =
            Caffeine.newBuilder()
                    .maximumWeight(64L << 20)
                    .<Wanted, Ready>weigher((_, it) -> it.plain().length + it.packed().length)
                    .expireAfterWrite(FRESH)
                    .build();

    RequestController(
            Jurisdictions jurisdictions,
            RequestDesk desk,
            RequestLists lists,
            Reports reports,
            Drawing drawing) {
        this.jurisdictions = jurisdictions;
        this.desk = desk;
        this.lists = lists;
        this.reports = reports;
        this.drawing = drawing;
    }

    @PostMapping({"/open311/v2/requests", "/open311/v2/requests.xml", "/open311/v2/requests.json"})
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> create(
            HttpServletRequest request,
            @RequestHeader(value = RequestKey.HEADER, required = false) @Nullable String key,
            Caller caller) {
        known(caller);
        var asked = Asked.of(request);
        var receipt = desk.take(asked.form(), caller, RequestKey.of(caller, key));
        var created =
                Document.Parts.of()
                        .with("service_request_id", receipt.number())
                        .with("service_notice", "")
                        .with("account_id", asked.form().first("account_id").orElse(""));
        return asked.answer(
                receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED, ROOT, one(created));
    }

    /// At most a second old.
    @GetMapping({"/open311/v2/requests", "/open311/v2/requests.xml", "/open311/v2/requests.json"})
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> list(HttpServletRequest request, Caller caller) {
        var asked = Asked.of(request);
        var where = jurisdictions.of(asked.form());
        var numbers = asked.form().listed("service_request_id");
        if (!numbers.isEmpty()) {
            return numbered(asked, where, numbers, caller);
        }
        var wanted = new Wanted(where, asking(asked.form()), asked.format(), asked.manner());
        var answer =
                Objects.requireNonNull(
                        ready.get(
                                wanted,
                                it -> ready(lists.list(where, asked.form(), asked.manner()), it)));
        boolean packs = packs(request);
        var response =
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, asked.format().contentType())
                        .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language");
        answer.next().ifPresent(it -> response.header(Page.NEXT, it.text()));
        return packs
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(answer.packed())
                : response.body(answer.plain());
    }

    private ResponseEntity<byte[]> numbered(
            Asked asked, Jurisdiction where, List<String> numbers, Caller caller) {
        if (numbers.size() > MOST_NUMBERS) {
            throw Problem.UNREADABLE.with(
                    "一次最多问 %d 个号".formatted(MOST_NUMBERS),
                    "At most %d ids at once".formatted(MOST_NUMBERS));
        }
        var shown = desk.numbered(where, numbers, caller, asked.manner());
        return asked.answer(
                ROOT,
                new Document.Rows(
                        "request",
                        shown.stream().map(it -> it.document(asked.language())).toList()));
    }

    @GetMapping("/open311/v2/requests/{id}")
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> one(HttpServletRequest request, @PathVariable String id, Caller caller) {
        var asked = Asked.of(request);
        var number = Format.Addressed.of(id).name();
        var shown =
                desk.numbered(
                        jurisdictions.of(asked.form()), List.of(number), caller, asked.manner());
        if (shown.isEmpty()) {
            throw missing("service_request_id", number);
        }
        return asked.answer(ROOT, one(shown.getFirst().document(asked.language())));
    }

    /// Every service here answers at once, so nobody needs a token; the id of a receipt is taken for one.
    @GetMapping("/open311/v2/tokens/{token}")
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> token(HttpServletRequest request, @PathVariable String token) {
        var asked = Asked.of(request);
        var where = jurisdictions.of(asked.form());
        var text = Format.Addressed.of(token).name();
        var said =
                id(text).flatMap(it ->
                                reports.said(where.region(), List.of(it)).stream().findFirst())
                        .orElseThrow(() -> missing("token", text));
        return asked.answer(
                ROOT,
                one(
                        Document.Parts.of()
                                .with("service_request_id", said.matter().number())
                                .with("token", text)));
    }

    /// A picture of a request whose words and pictures are published.
    @GetMapping("/open311/v2/media/{region}/{id}/{picture}")
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> media(
            @PathVariable String region, @PathVariable String id, @PathVariable String picture) {
        var matter = id(id).orElseThrow(Problem.NOT_FOUND::plain);
        return reports.said(region, List.of(matter)).stream()
                .filter(it -> drawing.published(it) == Publication.WORDS)
                .findFirst()
                .flatMap(_ -> id(picture))
                .flatMap(it -> reports.picture(region, matter, it))
                .map(it ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                                .body(it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    static void known(Caller caller) {
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw Problem.FORBIDDEN.with(
                    "没有 api_key，或者 api_key 无效", "The api_key is missing or invalid");
        }
    }

    private static Document one(Document request) {
        return new Document.Rows("request", List.of(request));
    }

    private static RuntimeException missing(String what, String text) {
        var said = Jurisdictions.said(text);
        return Problem.NOT_FOUND.with(
                "没有这个 %s：%s".formatted(what, said), "%s was not found: %s".formatted(what, said));
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The fields that make a difference to the list.
    private static Map<String, List<String>> asking(Form form) {
        var asking = new TreeMap<String, List<String>>();
        for (var name : ASKING) {
            var values = form.all(name);
            if (!values.isEmpty()) {
                asking.put(name, values);
            }
        }
        return asking;
    }

    private static boolean packs(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.matches("(?i)(.*[, ])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    private static Ready ready(RequestLists.Listed list, Wanted wanted) {
        var plain = wanted.format().write(ROOT, list.document());
        var packed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ready(plain, packed.toByteArray(), list.next());
    }
}
