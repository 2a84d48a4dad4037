package no.opptrapping.grant.carryover;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.events.Outbox;

/** Keeps a carry-over that has changed: its row, what it moves in the ledger, its event and what the municipality is told. */
@ApplicationScoped
class KeepCarryOver {
    private final CarryOvers carryOvers;
    private final Ledger ledger;
    private final SchemeVersions versions;
    private final Notices notices;
    private final Outbox outbox;
    private final List<WhenCarryOverChanges> followers;

    KeepCarryOver(
            CarryOvers carryOvers,
            Ledger ledger,
            SchemeVersions versions,
            Notices notices,
            Outbox outbox,
            @All List<WhenCarryOverChanges> followers) {
        this.followers = List.copyOf(followers);
        this.carryOvers = carryOvers;
        this.ledger = ledger;
        this.versions = versions;
        this.notices = notices;
        this.outbox = outbox;
    }

    /** Keeps it as its next version, under the lock of the award's year in the ledger and of what it was before. */
    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    CarryOver keep(Optional<CarryOver> before, CarryOver changed, Award award) {
        var after = changed.next();
        if (before.isEmpty()) {
            carryOvers.add(after);
        } else {
            carryOvers.update(after);
        }
        var known = before.map(one -> one.steps().size()).orElse(0);
        var moved = after.steps().stream().skip(known).toList();
        ledger.post(moved.stream()
                .flatMap(step -> Posting.carriedOver(
                        after.scheme(),
                        after.from(),
                        award.id().value(),
                        step.id(),
                        step.change(),
                        step.by(),
                        step.at())
                        .stream())
                .toList());
        var terms = versions.find(after.scheme(), award.purpose().version())
                .orElseThrow()
                .rules()
                .reporting()
                .terms();
        outbox.append(CarryOverV1.event(after, award, terms));
        moved.stream()
                .filter(step -> step.cause() == CarryOver.Cause.RULE)
                .forEach(step -> tell(
                        after,
                        award,
                        NoticeKind.CARRIED_OVER,
                        Map.of("amount", step.change(), "year", after.to().toString())));
        if (after.state() == CarryOver.State.OPEN
                && before.map(CarryOver::state)
                        .filter(CarryOver.State.OPEN::equals)
                        .isEmpty()) {
            tell(
                    after,
                    award,
                    NoticeKind.CARRY_OVER_POSSIBLE,
                    Map.of("left", after.left(), "year", after.to().toString()));
        }
        followers.forEach(follower -> follower.changed(after, award));
        return after;
    }

    /** Tells the municipality that holds the award. */
    @Transactional(TxType.MANDATORY)
    void tell(CarryOver of, Award award, NoticeKind kind, Map<String, ?> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("reference", award.reference());
        notices.tell(award.holder().municipality(), News.of(kind, "/v1/carry-overs/" + of.id(), all));
    }
}
