package org.huying.playbook.trial;

import java.util.List;
import java.util.Map;
import org.huying.playbook.Item;
import org.huying.playbook.Text;

/// A typical request.
///
/// @param item a key of the base playbook's sample list
/// @param facts what the matter's own fields say
public record Request(
        Text words, String item, String channel, String demand, Map<String, Object> facts) {

    static final List<Request> TEN =
            List.of(
                    of(
                            "楼道里堆满纸箱",
                            "Boxes fill the stairwell",
                            "corridor-piled",
                            "patrol",
                            "unstated"),
                    with(
                            of(
                                    "电梯关着人",
                                    "Somebody is stuck in the lift",
                                    "lift-fault",
                                    "phone",
                                    "help"),
                            Map.of("dangerous", true)),
                    of("路边一堆垃圾", "A heap of garbage", "garbage-exposed", "snap", "complaint"),
                    of("路面有个大坑", "A hole in the road", "road-damage", "hotline-12345", "complaint"),
                    with(
                            of(
                                    "车堵住消防通道",
                                    "A car in the fire lane",
                                    "fire-lane-blocked",
                                    "door-qr",
                                    "complaint"),
                            Map.of("blocksFireLane", true, "dangerous", true)),
                    with(
                            of(
                                    "整片停水",
                                    "The whole area has no water",
                                    "water-cut",
                                    "hotline-12345",
                                    "help"),
                            Map.of("households", 120)),
                    with(
                            of(
                                    "夜里广场音乐太响",
                                    "Loud music at night",
                                    "noise-life",
                                    "hotline-12345",
                                    "complaint"),
                            Map.of("anonymous", true)),
                    of(
                            "小贩占了人行道",
                            "Vendors on the pavement",
                            "vendor-street",
                            "upper-platform",
                            "complaint"),
                    of("老人要助餐", "An old neighbour needs meals", "elderly-care", "desk", "help"),
                    with(
                            of(
                                    "楼顶在搭房子",
                                    "Somebody builds on the roof",
                                    "illegal-building",
                                    "web",
                                    "tip"),
                            Map.of("anonymous", true)));

    /// A request for this item that says nothing more.
    static Request about(Item item) {
        return new Request(item.name(), item.key(), "web", "unstated", Map.of());
    }

    private static Request of(String zh, String en, String item, String channel, String demand) {
        return new Request(new Text(zh, en), item, channel, demand, Map.of());
    }

    private static Request with(Request plain, Map<String, Object> facts) {
        return new Request(plain.words, plain.item, plain.channel, plain.demand, facts);
    }
}
