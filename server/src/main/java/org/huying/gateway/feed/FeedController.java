package org.huying.gateway.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.huying.access.Permit;
import org.huying.gateway.sending.Hmac;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Feeds of what may be public, for machines that ask again and again: at most a minute old, with an `ETag`, so that who
/// has it already gets nothing.
@RestController
@RequestMapping("/api/v1/{region}/feeds/{area}")
class FeedController {

    private static final String RSS = "application/rss+xml";
    private static final String JSON = "application/feed+json";
    private static final String AREA = "\\d{6}|\\d{9}";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Feeds feeds;
    private final Optional<String> key;
    private final Cache<Feeds.Wanted, List<Entry>> ready =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(FRESH).build();

    /// @param key `huying.feeds.key`: whoever does not name it finds nothing; empty for everybody
    FeedController(Feeds feeds, @Value("${huying.feeds.key:}") String key) {
        this.feeds = feeds;
        this.key = Optional.of(key).filter(it -> !it.isBlank());
    }

    /// RSS 2.0. `open`: only what is being worked on, or only what is done.
    @GetMapping(path = "/rss.xml", produces = RSS)
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> rssFeed(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Pattern(regexp = AREA) String area,
            @RequestParam Optional<Boolean> open,
            @RequestParam(defaultValue = "30") @Min(1) @Max(Feeds.MOST) int limit,
            @RequestParam(name = "key", defaultValue = "") @Size(max = 100) String given,
            HttpServletRequest request) {
        allowed(region, area, given);
        var wanted = wanted(area, open, limit, request);
        return answer(wanted, RSS, Rss::of);
    }

    /// JSON Feed 1.1, the same.
    @GetMapping(path = "/feed.json", produces = JSON)
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> jsonFeed(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Pattern(regexp = AREA) String area,
            @RequestParam Optional<Boolean> open,
            @RequestParam(defaultValue = "30") @Min(1) @Max(Feeds.MOST) int limit,
            @RequestParam(name = "key", defaultValue = "") @Size(max = 100) String given,
            HttpServletRequest request) {
        allowed(region, area, given);
        var wanted = wanted(area, open, limit, request);
        return answer(wanted, JSON, JsonFeed::of);
    }

    private void allowed(String region, String area, String given) {
        boolean let = key.map(it -> same(it, given)).orElse(true);
        if (!let || !area.startsWith(region)) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    private static boolean same(String key, String given) {
        return MessageDigest.isEqual(Hmac.of(key, "feed"), Hmac.of(given, "feed"));
    }

    private static Feeds.Wanted wanted(
            String area, Optional<Boolean> open, int limit, HttpServletRequest request) {
        return new Feeds.Wanted(TerritoryCode.of(area), open, limit, Language.of(request));
    }

    private ResponseEntity<byte[]> answer(
            Feeds.Wanted wanted, String type, Function<Feed, String> written) {
        var title = feeds.title(wanted);
        var entries = Objects.requireNonNull(ready.get(wanted, feeds::entries));
        var base = ServletUriComponentsBuilder.fromCurrentContextPath();
        var self = ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString();
        var home = base.path("/resident/").toUriString();
        var feed = new Feed(title, home, self, wanted.language(), entries);
        var body = written.apply(feed);
        var cached = CacheControl.maxAge(FRESH);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .cacheControl(key.isEmpty() ? cached.cachePublic() : cached.cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(
                        "\""
                                + HexFormat.of().formatHex(Hmac.of("feed", body)).substring(0, 32)
                                + "\"")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
