package org.huying.access.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.account.AccountBatch;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.problem.ProblemException;
import org.huying.sheet.Words;

/// Takes the rows of one file of accounts: those of one login within a part make one account.
final class AccountTaking implements Intake.Taking {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final AccountPlaces places;
    private final AccountBatch batch;
    private final Caller by;

    AccountTaking(AccountPlaces places, AccountBatch batch, Caller by) {
        this.places = places;
        this.batch = batch;
        this.by = by;
    }

    /// What the rows of one login say: the first says the name and the password.
    private static final class Person {
        private final NewAccount first;
        private final List<Long> lines = new ArrayList<>();
        private final Set<NewGrant> grants = new LinkedHashSet<>();

        Person(NewAccount first) {
            this.first = first;
        }

        void add(NewAccount row, long line) {
            grants.addAll(row.grants());
            lines.add(line);
        }

        NewAccount account() {
            return new NewAccount(
                    first.region(),
                    first.login(),
                    first.name(),
                    first.kind(),
                    first.password(),
                    true,
                    List.copyOf(grants));
        }
    }

    private record Sorted(Map<String, Person> people, List<Fault> faults) {
        int rows() {
            return people.values().stream().mapToInt(it -> it.lines.size()).sum();
        }
    }

    @Override
    public List<Fault> check(List<Entry> entries) {
        return sorted(entries).faults();
    }

    @Override
    public Intake.Ready ready(List<Entry> entries) {
        var sorted = sorted(entries);
        var ready =
                batch.ready(
                        places.region(),
                        sorted.people().values().stream().map(Person::account).toList());
        return () -> taken(sorted, batch.store(by, ready));
    }

    private static Intake.Taken taken(Sorted sorted, AccountBatch.Outcome outcome) {
        var faults = new ArrayList<>(sorted.faults());
        int refused = 0;
        for (var each : outcome.refused().entrySet()) {
            var person = Objects.requireNonNull(sorted.people().get(each.getKey()));
            refused += person.lines.size();
            person.lines.forEach(it -> faults.add(fault(it, each.getValue())));
        }
        int known = sorted.rows() - outcome.added() - outcome.given() - refused;
        return new Intake.Taken(outcome.added(), outcome.given(), known, faults);
    }

    private Sorted sorted(List<Entry> entries) {
        var people = new LinkedHashMap<String, Person>();
        var faults = new ArrayList<Fault>();
        var seen = new HashMap<NewAccount, Optional<ProblemException>>();
        for (var entry : entries) {
            var wrong = new ArrayList<Fault>();
            var row = read(entry, wrong);
            if (wrong.isEmpty()) {
                seen.computeIfAbsent(row, it -> batch.flaw(by, it))
                        .map(it -> fault(entry.line(), it))
                        .ifPresent(wrong::add);
            }
            if (wrong.isEmpty()) {
                people.computeIfAbsent(row.login(), _ -> new Person(row)).add(row, entry.line());
            }
            faults.addAll(wrong);
        }
        return new Sorted(people, faults);
    }

    private NewAccount read(Entry entry, List<Fault> wrong) {
        var login = entry.text("login").orElse("");
        if (!LOGIN.matcher(login).matches()) {
            wrong.add(
                    fault(
                            entry,
                            "login",
                            "pattern",
                            new Words(
                                    "2 到 40 位小写字母、数字、. _ -",
                                    "2 to 40 small letters, digits, . _ -")));
        }
        var area = entry.text("area").flatMap(places::area);
        if (area.isEmpty()) {
            wrong.add(
                    fault(
                            entry,
                            "area",
                            "unknown",
                            new Words("本县没有这个区划或网格", "There is no such place in the county")));
        }
        var unit = entry.text("unit").flatMap(places::unit);
        if (entry.text("unit").isPresent() && unit.isEmpty()) {
            wrong.add(
                    fault(entry, "unit", "unknown", new Words("没有这个机构", "There is no such body")));
        }
        return new NewAccount(
                places.region(),
                login,
                entry.text("name").orElse(""),
                Caller.Kind.STAFF,
                entry.text("password"),
                true,
                List.of(new NewGrant(entry.text("role").orElse(""), area, unit)));
    }

    private static Fault fault(Entry entry, String column, String code, Words why) {
        return new Fault(entry.line(), column, code, why);
    }

    private static Fault fault(long line, ProblemException problem) {
        var first = problem.errors().stream().findFirst();
        return first.map(it -> new Fault(line, it.path(), it.code(), new Words(it.zh(), it.en())))
                .orElseGet(() ->
                        new Fault(
                                line,
                                "role",
                                problem.problem().code(),
                                new Words(
                                        problem.detail(org.huying.problem.Language.ZH),
                                        problem.detail(org.huying.problem.Language.EN))));
    }
}
