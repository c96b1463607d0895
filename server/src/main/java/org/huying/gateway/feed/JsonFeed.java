package org.huying.gateway.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Characters;
import tools.jackson.databind.json.JsonMapper;

/// A feed as JSON Feed 1.1.
final class JsonFeed {

    private JsonFeed() {}

    static String of(Feed feed) {
        var all = new LinkedHashMap<String, Object>();
        all.put("version", "https://jsonfeed.org/version/1.1");
        all.put("title", feed.title());
        all.put("home_page_url", feed.home());
        all.put("feed_url", feed.self());
        all.put("language", feed.language().pick("zh-CN", "en"));
        all.put("items", feed.entries().stream().map(JsonFeed::entry).toList());
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static Map<String, Object> entry(Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", "urn:uuid:" + entry.id());
        item.put("title", Characters.clean(entry.title()));
        item.put("content_text", Characters.clean(entry.text()));
        item.put("date_published", time(entry.at()));
        item.put("date_modified", time(entry.changed()));
        item.put("tags", List.of(entry.item()));
        return item;
    }

    private static String time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime().toString();
    }
}
