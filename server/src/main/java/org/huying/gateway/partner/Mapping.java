package org.huying.gateway.partner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.StateName;
import org.huying.playbook.Condition;
import org.huying.playbook.Text;

/// How one partner words things, read from its file. Immutable; secrets are never in it.
///
/// @param key the file's `partner`, unique within a county
/// @param in what they send us; empty when they send nothing
/// @param out what they are sent; empty when they are sent nothing
/// @param day the daily reconciliation; empty without
record Mapping(
        String key,
        Text name,
        Scheme scheme,
        Duration skew,
        Optional<In> in,
        Optional<Out> out,
        Optional<Day> day) {

    /// What a message from them can be.
    enum Kind {
        ORDER,
        UPDATE,
        URGE,
        RETURN,
        WITHDRAW
    }

    /// @param kinds their word → what it is; without a field every message is an order
    /// @param id where the message's own id stands
    /// @param sent where its time stands, written in `time`
    /// @param words where the words of an urge, a return or a withdrawal stand
    /// @param fields where each field of an order stands
    /// @param values tables of words for the fields that are ours to choose from
    /// @param tell fields that are told in the text of the matter
    record In(
            Optional<String> kindField,
            Map<String, Kind> kinds,
            String id,
            Optional<String> sent,
            Clocks time,
            Optional<String> words,
            Map<OrderField, String> fields,
            Map<OrderField, Table> values,
            String channel,
            List<OrderField> tell) {}

    /// Their words and ours.
    ///
    /// @param leave an unknown word leaves the field open for the desk; else it is refused
    record Table(Map<String, String> words, boolean leave) {}

    /// How times are written: RFC 3339 where nothing is said, else by a pattern, in China's time.
    record Clocks(DateTimeFormatter form, boolean zoned) {

        static final Clocks USUAL =
                new Clocks(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"), true);

        String said(Instant at) {
            return form.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(WorkCalendar.ZONE));
        }

        /// Empty for what is no such time.
        Optional<Instant> read(String text) {
            try {
                var at =
                        zoned
                                ? OffsetDateTime.parse(text.strip()).toInstant()
                                : LocalDateTime.parse(text.strip(), form)
                                        .atZone(WorkCalendar.ZONE)
                                        .toInstant();
                return Optional.of(at).filter(it -> it.isAfter(EARLIEST) && it.isBefore(LATEST));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-01-01T00:00:00Z");

    /// @param answer what their answer must say, besides a status of 2xx
    /// @param states our states that they are told of, with their words
    /// @param results states whose message is the result
    /// @param messages the layout of each message: their field → what stands in it
    /// @param push which matters they are told of that they did not bring in
    record Out(
            String url,
            Optional<Answer> answer,
            Clocks time,
            Map<StateName, String> states,
            Set<StateName> results,
            Map<Outgoing.Kind, Map<String, Term>> messages,
            Optional<Condition> push) {}

    /// The field of an answer and the values that mean it was taken.
    record Answer(String field, Set<String> good) {}

    /// What stands in a field of a message.
    sealed interface Term {
        /// Always the same words.
        record Fixed(String text) implements Term {}

        /// A fact of the message.
        record Told(OutField fact) implements Term {}
    }

    /// @param url where the numbers of a day are asked for
    /// @param fetch where one order is asked for again
    /// @param orders where in their answer the numbers of the orders stand
    /// @param results where the numbers stand that a result has come for
    /// @param repairs differences are repaired by themselves
    record Day(
            String url, Optional<String> fetch, String orders, String results, boolean repairs) {}
}
