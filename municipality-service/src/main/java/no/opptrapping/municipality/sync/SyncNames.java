package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Names in every official language, and the Sami administrative area. */
@ApplicationScoped
class SyncNames implements Synchronisation {
    private final NamesOfMunicipalities source;
    private final KeptNames keptNames;
    private final RegisterAsKept register;

    SyncNames(NamesOfMunicipalities source, KeptNames keptNames, RegisterAsKept register) {
        this.source = source;
        this.keptNames = keptNames;
        this.register = register;
    }

    @Override
    public Source source() {
        return Source.OFFICIAL_NAMES;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var revision = register.read();
        var basis = basis(RegisterAsKept.basis(revision.number()));
        return new Found(
                basis,
                new CompareNames(revision.register().validOn(today), today, keptNames.all()).differences(source.all()));
    }

    @Override
    public String basis(List<Difference> differences) {
        return basis(register.basis());
    }

    private String basis(String registered) {
        return registered + " names/" + keptNames.revision();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void adopt(List<Difference> differences, List<SplitDecision> decisions, String by) {
        var known = register.read().register();
        var news = new HashMap<MunicipalityId, OfficialNames>();
        for (var difference : differences) {
            var first = difference.after().getFirst();
            if (known.find(new MunicipalityNumber(first.number()), difference.on())
                    instanceof NumberLookup.Valid(var listed)) {
                var before = news.containsKey(listed.id())
                        ? news.get(listed.id())
                        : keptNames.find(listed.id()).orElseGet(() -> new OfficialNames(List.of(), false));
                news.put(listed.id(), with(difference, before));
            }
        }
        register.change(_ -> news.forEach(keptNames::put));
    }

    private static OfficialNames with(Difference difference, OfficialNames before) {
        return difference.kind() == Difference.Kind.SAMI_AREA_CHANGED
                ? new OfficialNames(
                        before.names(),
                        Boolean.parseBoolean(difference.after().getFirst().value()))
                : new OfficialNames(
                        difference.after().stream()
                                .map(item -> new OfficialNames.Name(item.name(), item.value()))
                                .toList(),
                        before.samiArea());
    }
}
