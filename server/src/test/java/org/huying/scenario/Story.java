package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.Act;
import org.huying.matter.OpenDesk;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.huying.playbook.LoopRules.AfterRules;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// One matter on its way, each step taken by whoever takes it in this place: whom the rules name, the post that checks,
/// the desk that closes, and never the same person twice.
final class Story {

    private final Settled town;
    private final OpenDesk desk;
    private Matter matter;

    Story(Settled town, OpenDesk desk, Matter matter) {
        this.town = town;
        this.desk = desk;
        this.matter = matter;
    }

    Matter matter() {
        return matter;
    }

    String state() {
        return matter.state().getClass().getSimpleName();
    }

    TerritoryCode area() {
        return matter.subject().area();
    }

    /// Taken on by the desk of its community; a rule may give it to somebody at once.
    Story accepted() {
        return take(new Command.Accept(), desk());
    }

    /// Given to whom the rules advise, unless a rule has done so by itself.
    Story dispatched() {
        return matter.state() instanceof MatterState.Accepted
                        || matter.state() instanceof MatterState.Returned
                ? take(desk.advice(matter), desk())
                : this;
    }

    Story acknowledged() {
        return take(new Command.Acknowledge(), worker());
    }

    /// Done, with everything that the item asks for as a proof.
    Story handled(String words) {
        var by = worker();
        return take(new Command.Handle(words, desk.proof(matter, Act.HANDLE, by)), by);
    }

    Story spotted(Caller by, String words) {
        return take(desk.spot(matter, town.committee(area()), words, by), by);
    }

    /// Found to be done by somebody else; the resident is invited to rate while there.
    Story checked() {
        return checked(true, true, "看过了");
    }

    Story checked(boolean passed, boolean invites, String words) {
        var by = checker();
        var proof = desk.proof(matter, Act.VERIFY, by);
        return take(new Command.Verify(passed, invites, words, proof), by);
    }

    Story invited(String way) {
        return take(new Command.Invite(way), other());
    }

    /// The resident's own word, or what he said to the desk that asked.
    Story rated(String answer) {
        return take(
                new Command.Rate(answer, Optional.of(true), "visit", ""),
                matter.report().requester().map(town::account).orElseGet(this::other));
    }

    Story closed() {
        return take(new Command.Close(""), desk());
    }

    /// From acceptance to close without a hitch.
    Story worked() {
        accepted().dispatched().acknowledged().handled("办好了").checked();
        return (matter.report().askable() ? rated("satisfied") : this).closed();
    }

    Story revisited(Caller by, boolean solved) {
        return take(new Command.Revisit(true, solved, "又去看了"), by);
    }

    Story escalated(String words) {
        return take(desk.up(matter, words), worker());
    }

    Story returned(String words) {
        return take(new Command.Return(words), worker());
    }

    Story engaged(UUID unit) {
        return take(new Command.Engage(unit, Optional.empty(), "请一起办"), worker());
    }

    Story helped(UUID unit) {
        var by = town.handler(unit);
        return take(new Command.Join(unit), by)
                .take(new Command.Contribute(unit, "办完了", List.of()), by);
    }

    /// A consultation of these units that ends with a decision.
    Story consulted(List<UUID> units, String question, String decision) {
        take(new Command.Consult(units, question), worker());
        int no = matter.aside().consults().size();
        for (var unit : units) {
            take(new Command.Opine(no, "同意"), town.handler(unit));
        }
        return take(new Command.Conclude(no, decision), worker());
    }

    Story take(Command command, Caller by) {
        matter = desk.take(matter, command, by);
        return this;
    }

    /// Why this would not be done.
    String refused(Command command, Caller by) {
        return desk.refused(matter, command, by);
    }

    /// As it stands after something happened to it by itself.
    Story afterwards() {
        matter = desk.now(matter);
        return this;
    }

    List<String> acts() {
        return desk.acts(matter);
    }

    /// Whom it was given to, and at which rung of the ladder.
    Story standsWith(UUID unit, String rung) {
        var hand = matter.state().assignment().orElseThrow();
        assertThat(town.name(hand.unit())).isEqualTo(town.name(unit));
        assertThat(matter.aside().trail().rung()).contains(rung);
        return this;
    }

    /// Given to the holder of a post of this place, by a rule of this name.
    Story heldBy(String post) {
        var hand = matter.state().assignment().orElseThrow();
        assertThat(hand.person()).contains(town.holder(post, area()).account());
        return this;
    }

    /// Who has it in hand.
    Caller worker() {
        var hand = matter.state().assignment();
        return hand.flatMap(it -> it.person())
                .map(town::account)
                .or(() -> hand.map(it -> town.worker(it.unit())))
                .orElseGet(this::desk);
    }

    /// The desk of its community.
    Caller desk() {
        return town.desk(area().at(Level.COMMUNITY));
    }

    /// The post that the playbook names, else the desk; never who handled it.
    Caller checker() {
        AfterRules after = town.playbook().matter().loop().after();
        var handler = matter.aside().trail().handler();
        return after.verifier()
                .map(it -> town.holder(it, area()))
                .filter(it -> handler.filter(it.account()::equals).isEmpty())
                .orElseGet(this::other);
    }

    /// The desk of the community, or of the street where the first one did the work.
    Caller other() {
        var mine = desk();
        return matter.aside().trail().handler().filter(mine.account()::equals).isPresent()
                ? town.desk(area().at(Level.STREET))
                : mine;
    }
}
