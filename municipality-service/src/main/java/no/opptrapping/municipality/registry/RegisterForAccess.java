package no.opptrapping.municipality.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.register.Structure;
import org.jspecify.annotations.Nullable;

/** The register in the shape that decides who may see what, the same as in the services that hear of it. */
@ApplicationScoped
class RegisterForAccess implements KnownRegister {
    private final CurrentRegister register;
    private final Representations representations;
    private final AtomicReference<@Nullable Snapshot> held = new AtomicReference<>();

    RegisterForAccess(CurrentRegister register, Representations representations) {
        this.register = register;
        this.representations = representations;
    }

    private record Snapshot(long revision, Structure structure) {}

    @Override
    @Transactional
    public Structure structure() {
        var newest = register.get();
        var known = held.get();
        if (known != null && known.revision() == newest.number()) {
            return known.structure();
        }
        var represented = representations.all();
        var read = new Structure(newest.register().municipalities().stream()
                .map(one -> heard(one, newest.register(), represented.getOrDefault(one.id(), Representation.NONE)))
                .toList());
        held.set(new Snapshot(newest.number(), read));
        return read;
    }

    private static HeardMunicipality heard(Municipality one, Register register, Representation representation) {
        return new HeardMunicipality(
                one.id(),
                one.ceasedOn().orElse(null),
                one.versions().stream()
                        .map(version -> new HeardMunicipality.Version(
                                version.number(),
                                version.name(),
                                version.period().from().orElse(null),
                                version.period().to().orElse(null)))
                        .toList(),
                register.lineage().successorsOf(one.id()).stream()
                        .map(step ->
                                new HeardMunicipality.Successor(step.to(), step.on(), step.share(), step.dutyBearer()))
                        .toList(),
                one.organisationNumbers().stream()
                        .filter(RegisteredOrganisationNumber::isInUse)
                        .map(held -> new HeardMunicipality.HeldNumber(
                                held.number(),
                                held.period().from().orElse(null),
                                held.period().to().orElse(null)))
                        .toList(),
                representation.representatives().stream()
                        .map(may -> new HeardMunicipality.Representative(
                                may.organisation(),
                                may.tasks().stream()
                                        .map(Representation.Task::code)
                                        .toList(),
                                may.from(),
                                may.to()))
                        .toList());
    }
}
