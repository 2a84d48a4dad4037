package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.platform.access.CallerSight;

/**
 * Shows carry-overs: to a municipality its own and those of the ones that left their duties to it, to a county governor the
 * county's, to the others all. What is proposed is the administration's until it is decided.
 */
@ApplicationScoped
@Transactional
public class SeeCarryOvers {
    /**
     * A carry-over with the award that it is of.
     *
     * @param withProposal whether the caller sees what is proposed
     */
    public record Seen(CarryOver carryOver, Award award, boolean withProposal) {}

    private final CarryOvers carryOvers;
    private final Awards awards;
    private final CallerSight sight;

    SeeCarryOvers(CarryOvers carryOvers, Awards awards, CallerSight sight) {
        this.carryOvers = carryOvers;
        this.awards = awards;
        this.sight = sight;
    }

    /** The carry-over, or empty when there is none or the caller may not see it. */
    public Optional<Seen> find(CarryOverId id) {
        return carryOvers
                .find(id)
                .filter(one -> sight.reaches(one.recipient(), "carry-over.reading", id))
                .map(this::seen);
    }

    /** Those that fit the filter and that the caller may see, oldest first. */
    public List<Seen> list(CarryOvers.Filter filter, Optional<CarryOvers.Key> after, int limit) {
        var seen = new CarryOvers.Filter(
                filter.scheme(),
                filter.from(),
                filter.award(),
                filter.state(),
                sight.get().among(filter.recipients()));
        var found = carryOvers.list(seen, after, limit);
        var of = awards.findAll(found.stream().map(CarryOver::award).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Award::id, Function.identity()));
        return found.stream()
                .flatMap(one -> Optional.ofNullable(of.get(one.award())).map(award -> seen(one, award)).stream())
                .toList();
    }

    /** The same with its award, as the caller sees it. */
    public Seen seen(CarryOver one) {
        return seen(one, awards.find(one.award()).orElseThrow());
    }

    private Seen seen(CarryOver one, Award award) {
        return new Seen(one, award, sight.get().isOfTheAdministration());
    }
}
