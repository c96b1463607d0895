package org.huying.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Dice;
import org.huying.demo.founding.Names;

/// Writes what somebody in the town says as the body of a report.
record Letters(People people) {

    Map<String, Object> write(String channel, Story story, Cell home, Dice dice) {
        var estate = Names.home(dice);
        var point = home.box().point(dice);
        var body = new LinkedHashMap<String, Object>();
        body.put("channel", people.channel(channel));
        body.put("demand", story.item().equals("other") ? "suggestion" : "help");
        body.put("title", story.title());
        body.put("text", story.at(estate));
        body.put("place", estate);
        body.put("item", people.item(story.item()));
        body.put("area", home.code().value());
        body.put("point", Map.of("lon", point[0], "lat", point[1]));
        return body;
    }
}
