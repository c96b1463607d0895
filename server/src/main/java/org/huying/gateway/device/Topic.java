package org.huying.gateway.device;

import java.util.List;
import java.util.Optional;

/// A pattern of topics: levels between slashes, `+` for any one, `#` at the end for any number, `{device}` for the level that
/// is the device's key.
///
/// @param levels as they are written
record Topic(List<String> levels) {

    static final String DEVICE = "{device}";

    private static final int LONGEST = 200;

    /// @param device the level at `{device}`; empty where the pattern has none
    record Fits(Optional<String> device) {}

    /// Empty for what is no pattern.
    static Optional<Topic> of(String text) {
        var levels = List.of(text.split("/", -1));
        boolean one = levels.stream().filter(DEVICE::equals).count() <= 1;
        boolean plain =
                levels.stream().allMatch(it -> it.matches("[^+#{}\\s\\x00]*|\\+|#|\\{device\\}"));
        int hash = levels.indexOf("#");
        boolean last = hash < 0 || hash == levels.size() - 1;
        return text.isEmpty() || text.length() > LONGEST || !one || !plain || !last
                ? Optional.empty()
                : Optional.of(new Topic(levels));
    }

    boolean named() {
        return levels.contains(DEVICE);
    }

    /// Empty where the topic is another one.
    Optional<Fits> fits(String topic) {
        var said = topic.split("/", -1);
        Optional<String> device = Optional.empty();
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            if (level.equals("#")) {
                return Optional.of(new Fits(device));
            }
            if (i >= said.length
                    || !(level.equals("+") || level.equals(DEVICE) || level.equals(said[i]))) {
                return Optional.empty();
            }
            if (level.equals(DEVICE)) {
                device = Optional.of(said[i]);
            }
        }
        return said.length == levels.size() ? Optional.of(new Fits(device)) : Optional.empty();
    }
}
