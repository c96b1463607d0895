package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.demo.founding.Size.Lead;
import org.huying.demo.founding.Size.Squad;
import org.huying.demo.founding.Staff.Person;
import org.huying.demo.founding.Staff.Post;
import org.huying.territory.TerritoryCode;

/// The generated teams of a place and who belongs to them. Pure.
final class Crews {

    /// @param home the key of the department that sends the person
    record Seat(Person person, List<String> roles, boolean lead, Optional<String> home) {}

    record Crew(
            String key, String name, String organisation, TerritoryCode area, List<Seat> seats) {}

    private record Held(String post, TerritoryCode area) {}

    private final Map<Held, Person> leads = new HashMap<>();

    private Crews(List<Post> posts) {
        for (var post : posts) {
            post.holders().stream()
                    .findFirst()
                    .ifPresent(it -> leads.putIfAbsent(new Held(post.key(), post.area()), it));
        }
    }

    static List<Crew> of(List<Cell> cells, List<Squad> squads, List<Post> posts) {
        var crews = new Crews(posts);
        return squads.stream().flatMap(squad -> crews.squad(cells, squad).stream()).toList();
    }

    private List<Crew> squad(List<Cell> cells, Squad squad) {
        var areas = Staff.areas(cells, squad.level(), squad.teams());
        var numbers = squad.teams().over(areas.size());
        var places = new ArrayList<Cell>();
        var names = new ArrayList<String>();
        for (int i = 0; i < areas.size(); i++) {
            for (int k = 0; k < numbers[i]; k++) {
                places.add(areas.get(i));
                var name = Names.joined(areas.get(i).shortName(), squad.name());
                names.add(k == 0 ? name : name + "（" + (k + 1) + "）");
            }
        }
        var members = squad.members().over(places.size());
        var crews = new ArrayList<Crew>();
        int sent = 0;
        for (int i = 0; i < places.size(); i++) {
            var area = places.get(i).code();
            var seats = seats(squad, area, names.get(i), members[i], sent);
            sent += (int) seats.stream().filter(it -> it.home().isPresent()).count();
            crews.add(new Crew(squad.key(), names.get(i), Bodies.leading(area), area, seats));
        }
        return crews;
    }

    /// @param sent how many have been sent before; departments take turns
    private List<Seat> seats(Squad squad, TerritoryCode area, String name, int number, int sent) {
        var seats = new ArrayList<Seat>();
        var lead = squad.lead().map(it -> leads.get(new Held(it.post(), area)));
        var leading = squad.lead().map(Lead::roles).orElse(squad.roles());
        int turn = sent;
        for (int i = 0; i < number; i++) {
            var login = squad.key() + "-" + area + "-" + name.hashCode() + "-" + i;
            var person = Person.of(area.region(), login, Optional.empty());
            boolean first = i == 0;
            boolean own = squad.homes() == 0 || (first && lead.isPresent());
            seats.add(
                    new Seat(
                            first ? lead.orElse(person) : person,
                            first ? leading : role(squad, i - 1),
                            first,
                            own
                                    ? Optional.empty()
                                    : Optional.of(Bodies.department(turn++ % squad.homes()))));
        }
        return seats;
    }

    private static List<String> role(Squad squad, int index) {
        return squad.roles().isEmpty()
                ? List.of()
                : List.of(squad.roles().get(index % squad.roles().size()));
    }
}
