package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;

/** Which version of the scheme's rules each award is made under: that of its call, or else that of the run. */
@ApplicationScoped
class VersionsOfAwards {
    private final SchemeVersions versions;
    private final Calls calls;

    VersionsOfAwards(SchemeVersions versions, Calls calls) {
        this.versions = versions;
        this.calls = calls;
    }

    /** The version for each amount of the allocation; each call and each version is read once. */
    Function<AdoptedAmount, SchemeVersion> of(AdoptedAllocation adopted) {
        var found = new HashMap<Optional<CallId>, SchemeVersion>();
        adopted.amounts().stream()
                .map(AdoptedAmount::call)
                .distinct()
                .forEach(call -> found.put(
                        call, version(adopted, call.map(this::announcedUnder).orElse(adopted.schemeVersion()))));
        return amount -> Optional.ofNullable(found.get(amount.call())).orElseThrow();
    }

    private int announcedUnder(CallId call) {
        return calls.find(call)
                .flatMap(Call::schemeVersion)
                .orElseThrow(() -> new IllegalArgumentException("Not announced: call " + call));
    }

    private SchemeVersion version(AdoptedAllocation adopted, int number) {
        return versions.find(adopted.scheme(), number)
                .orElseThrow(
                        () -> new IllegalArgumentException("No version " + number + " of scheme " + adopted.scheme()));
    }
}
