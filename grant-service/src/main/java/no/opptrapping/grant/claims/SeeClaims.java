package no.opptrapping.grant.claims;

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
 * Shows claims: to a municipality its own and those of the ones that left their duties to it, from when it was given notice;
 * to a county governor the county's, to the others all.
 */
@ApplicationScoped
@Transactional
public class SeeClaims {
    /**
     * A claim with the award that it is of.
     *
     * @param ofTheAdministration whether the caller sees what is the administration's own
     */
    public record Seen(Claim claim, Award award, boolean ofTheAdministration) {}

    private final Claims claims;
    private final Awards awards;
    private final CallerSight sight;

    SeeClaims(Claims claims, Awards awards, CallerSight sight) {
        this.claims = claims;
        this.awards = awards;
        this.sight = sight;
    }

    /** The claim, or empty when there is none or the caller may not see it. */
    public Optional<Seen> find(ClaimId id) {
        return claims.find(id)
                .filter(one -> sight.reaches(one.recipient(), "claim.reading", id))
                .filter(_ -> sight.get().isOfTheAdministration() || claims.isTold(id))
                .map(this::seen);
    }

    /** Those that fit the filter and that the caller may see, oldest first. */
    public List<Seen> list(Claims.Filter filter, Optional<Claims.Key> after, int limit) {
        var seen = new Claims.Filter(
                filter.scheme(),
                filter.year(),
                filter.award(),
                filter.state(),
                sight.get().among(filter.recipients()),
                !sight.get().isOfTheAdministration());
        var found = claims.list(seen, after, limit);
        var of = awards.findAll(found.stream().map(Claim::award).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Award::id, Function.identity()));
        return found.stream()
                .flatMap(one -> Optional.ofNullable(of.get(one.award())).map(award -> seen(one, award)).stream())
                .toList();
    }

    /** The same with its award, as the caller sees it. */
    public Seen seen(Claim one) {
        return seen(one, awards.find(one.award()).orElseThrow());
    }

    private Seen seen(Claim one, Award award) {
        return new Seen(one, award, sight.get().isOfTheAdministration());
    }
}
