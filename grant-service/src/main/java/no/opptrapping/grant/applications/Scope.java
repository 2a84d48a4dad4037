package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.MunicipalityId;

/** A part of a call and what tells which applications are in it. */
public final class Scope {
    private final CallPart part;
    private final CallParts parts;
    private final Function<MunicipalityId, Optional<CountyGovernorOfficeId>> offices;

    /** A part of a call whose applications are decided by these offices. */
    Scope(CallPart part, CallParts parts, Function<MunicipalityId, Optional<CountyGovernorOfficeId>> offices) {
        this.part = part;
        this.parts = parts;
        this.offices = offices;
    }

    /** The same office's part of another round. */
    Scope of(int round) {
        return new Scope(part.of(round), parts, offices);
    }

    /** Those of the call's applications that are in it, in their order. */
    public List<Application> of(List<Application> applications) {
        return applications.stream().filter(this::covers).toList();
    }

    private boolean covers(Application application) {
        var office = offices.apply(application.host());
        return office.equals(part.office())
                && application.round(parts, office, Instant.MIN).equals(part.round());
    }
}
