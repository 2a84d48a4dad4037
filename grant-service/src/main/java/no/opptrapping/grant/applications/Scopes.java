package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.NumberedRound;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.schemerules.DecidedBy;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.MunicipalityId;

/** Tells which applications are in a part of a call, and which part one is in, by the municipalities of today. */
@ApplicationScoped
@Transactional
public class Scopes {
    private final Calls calls;
    private final Applications applications;
    private final SchemeVersions versions;
    private final KnownOffices offices;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    Scopes(
            Calls calls,
            Applications applications,
            SchemeVersions versions,
            KnownOffices offices,
            KnownMunicipalities municipalities,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.versions = versions;
        this.offices = offices;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** The scope of a part of a call that exists. */
    public Scope of(CallPart part) {
        var call = calls.find(part.call()).orElseThrow(() -> new IllegalArgumentException("No call " + part.call()));
        return of(call, part);
    }

    Scope of(Call call, CallPart part) {
        return new Scope(part, call.parts(), offices(call));
    }

    /** The round that decides the application, or has decided it; empty for a call without rounds. */
    public Optional<NumberedRound> roundOf(Application application) {
        return calls.find(application.call()).flatMap(call -> roundOf(application, call));
    }

    /** The same, of the call that it is an application to. */
    Optional<NumberedRound> roundOf(Application application, Call call) {
        if (call.parts().rounds().isEmpty()) {
            return Optional.empty();
        }
        var office = offices(call).apply(application.host());
        return application
                .round(call.parts(), office, clock.instant())
                .flatMap(number -> call.parts().numbered(number, office));
    }

    /**
     * Whether the part is decided, and nobody waits in it. Applications can come to an office after it has decided, with a
     * reform; it decides again of those.
     */
    public boolean isDecided(Call call, CallPart part) {
        return call.parts().isDecided(part)
                && (part.office().isEmpty()
                        || of(call, part).of(applications.pending(call.id())).isEmpty());
    }

    /** Whether the call is divided so that this is a part of it: by offices where the rules have those decide. */
    public boolean isPart(Call call, CallPart part) {
        return call.parts().has(part.round()) && isOfItsOffice(call, part);
    }

    /** Whether an office that there is today is named where county governors decide, and none where they do not. */
    public boolean isOfItsOffice(Call call, CallPart part) {
        return part.office().isPresent() == isOfCountyGovernors(call)
                && part.office()
                        .map(office -> offices.get().exists(office, BusinessDates.today(clock)))
                        .orElse(true);
    }

    /** Whether the rules that the call was announced under have the county governors decide. */
    private boolean isOfCountyGovernors(Call call) {
        return call.schemeVersion()
                .flatMap(version -> versions.find(call.scheme(), version))
                .filter(version -> version.rules().whoDecides() == DecidedBy.COUNTY_GOVERNORS)
                .isPresent();
    }

    /** Which office decides for a municipality in the call; none where the Directorate decides. */
    public Function<MunicipalityId, Optional<CountyGovernorOfficeId>> offices(Call call) {
        if (!isOfCountyGovernors(call)) {
            return _ -> Optional.empty();
        }
        var known = offices.get();
        var structure = municipalities.structure();
        var today = BusinessDates.today(clock);
        return municipality -> known.of(municipality, structure, today);
    }
}
