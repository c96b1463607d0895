package org.huying.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// What the streets of this place may decide or demand of the departments (赋权清单、权责清单). Empty maps where nothing is
/// listed.
///
/// @param rights what the powers are called as a whole, by key
/// @param classes the classes of the list, in order
/// @param items the list, by key, in order
/// @param objectWithin how long the department may object to an exercise
/// @param answerWithin until when it must answer
/// @param papers the documents that are drawn up with it, by key, in order
public record PowerRules(
        Map<String, Text> rights,
        Map<String, Text> classes,
        Map<String, Power> items,
        Optional<TimeLimit> objectWithin,
        Optional<TimeLimit> answerWithin,
        Map<String, Paper> papers) {

    public static final PowerRules NONE =
            new PowerRules(
                    Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of());

    /// A document of the powers (执法文书): its text with the blanks that are filled in by the use it belongs to, in braces.
    ///
    /// @param signs who signs it
    /// @param template an editable sample
    public record Paper(String key, Text name, String text, List<Text> signs, boolean template) {}

    /// One item of the list.
    ///
    /// @param by the level word of those who hold it
    /// @param right the key of the right it belongs to, where the place names rights
    /// @param departments keys of the bodies it is used towards; the first answers
    /// @param basis the law or document it rests on
    /// @param template an editable sample
    public record Power(
            String key,
            Text name,
            String powerClass,
            Optional<String> right,
            String by,
            List<String> departments,
            String basis,
            boolean template) {}
}
