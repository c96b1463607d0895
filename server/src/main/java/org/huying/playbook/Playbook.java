package org.huying.playbook;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.problem.Language;
import org.huying.territory.TerritoryCode;

/// One version of one place's playbook, checked and compiled. Immutable.
public interface Playbook {

    String key();

    /// Counts up from 1; a matter keeps the version it was opened under.
    int version();

    /// The place it is written for; `00` for the base playbook, which serves any.
    TerritoryCode place();

    Text name();

    Optional<Item> item(String key);

    /// All items, in catalogue order.
    Collection<Item> items();

    Collection<ItemClass> classes();

    MatterRules matter();

    /// The place's working hours on the country's days as shipped. What a county entered is known to
    /// [org.huying.calendar.Calendars#of], which whoever counts a real deadline asks.
    WorkCalendar calendar();

    Collection<PostKind> posts();

    /// Teams that stand on territories, in the order of the playbook.
    Collection<TeamKind> teams();

    /// How large the place is, for a founding.
    Sizes sizes();

    /// Bodies that a founding sets up, those above before those below.
    Collection<BodyKind> bodies();

    /// Whistle and report; [WhistleRules#NONE] where the place does not know it.
    WhistleRules whistle();

    /// Tasks that are given out, by key, in order.
    Map<String, TaskKind> tasks();

    /// What streets may decide or demand; [PowerRules#NONE] where nothing is listed.
    PowerRules powers();

    /// Where one can come by appointment, by key, in order.
    Map<String, WindowKind> windows();

    /// How the place puts what its channels carry out, for every language; [NoticeWords#NONE] where it says nothing.
    Map<Language, NoticeWords> notices();

    /// Bodies that rules and items name, by key: what they are called, not which organisation fills the role.
    Map<String, Text> units();

    /// What this place calls its levels, by level word from `province` to `micro`.
    Map<String, Text> levels();

    /// Kinds of photos and papers, by the keys that [Item#evidence] uses.
    Map<String, Text> evidence();
}
