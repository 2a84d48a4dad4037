package no.opptrapping.grant.schemerules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Asked by every act of handling and payment that a county governor's people do as well (<i>delegert tilskuddsforvaltning</i>):
 * they do it for the municipalities that are theirs today, in schemes whose rules have the county governors decide.
 */
@ApplicationScoped
public class Delegation {
    private final SchemeVersions versions;
    private final CallerSight sight;
    private final AuditLog audit;

    Delegation(SchemeVersions versions, CallerSight sight, AuditLog audit) {
        this.versions = versions;
        this.sight = sight;
        this.audit = audit;
    }

    /**
     * Whether the person who calls may do the act by that version of the scheme's rules: the one that what it is done to was
     * announced or awarded under. A no is to be answered as if there were nothing.
     *
     * @param act what the person wants to do, for example <code>application.assessed</code>
     * @param of what it is done to
     * @param version of the scheme's rules; empty: it was announced under none. Not asked for the Directorate's people
     * @param owner the municipality whose it is
     * @throws NotDelegated if the person is a county governor's, and the Directorate decides in the scheme
     */
    public boolean lets(
            String act, Object of, SchemeId scheme, Supplier<Optional<Integer>> version, MunicipalityId owner) {
        if (only().isEmpty()) {
            return true;
        }
        if (!sight.reaches(owner, act, of)) {
            return false;
        }
        if (version.get()
                .flatMap(number -> versions.find(scheme, number))
                .map(SchemeVersion::rules)
                .filter(rules -> rules.whoDecides() == DecidedBy.COUNTY_GOVERNORS)
                .isEmpty()) {
            audit.denied(act, of.toString(), Map.of("reason", "not delegated"));
            throw new NotDelegated();
        }
        return true;
    }

    /** The municipalities of the county governor whose the person who calls is; empty for everybody else. */
    public Optional<Set<MunicipalityId>> only() {
        return switch (sight.get()) {
            case Sight.Everything() -> Optional.empty();
            case Sight.Counties some -> Optional.of(some.municipalities());
            case Sight.Own own -> noneButOfASystem();
            case Sight.Nothing() -> noneButOfASystem();
        };
    }

    private Optional<Set<MunicipalityId>> noneButOfASystem() {
        return sight.isOfAnInternalSystem() ? Optional.empty() : Optional.of(Set.of());
    }
}
