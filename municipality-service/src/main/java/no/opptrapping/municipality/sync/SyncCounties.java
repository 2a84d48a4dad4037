package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.sync.Difference.Item;

/** Counties. */
@ApplicationScoped
class SyncCounties implements Synchronisation {
    private final CountyClassification classification;
    private final RegisterAsKept register;
    private final AskedYears years;

    SyncCounties(CountyClassification classification, RegisterAsKept register, AskedYears years) {
        this.classification = classification;
        this.register = register;
        this.years = years;
    }

    @Override
    public Source source() {
        return Source.COUNTIES;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var from = years.from(today);
        var to = years.to(today);
        var revision = register.read();
        var listed = classification.counties(from, to);
        return new Found(
                RegisterAsKept.basis(revision.number()),
                new CompareCounties(revision.register(), from, to).differences(listed));
    }

    @Override
    public String basis(List<Difference> differences) {
        return register.basis();
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions, String by) {
        register.change(municipalities -> differences.forEach(difference -> {
            switch (difference.kind()) {
                case COUNTY_NEW -> put(difference.after(), municipalities, from(difference.on()));
                case COUNTY_RENAMED -> put(difference.after(), municipalities, periodOf(difference, municipalities));
                case COUNTY_CEASED ->
                    put(
                            difference.before(),
                            municipalities,
                            new Period(periodOf(difference, municipalities).from(), Optional.of(difference.on())));
                default -> throw new IllegalStateException("No difference of counties: " + difference);
            }
        }));
    }

    private static void put(List<Item> items, Municipalities municipalities, Period period) {
        var item = items.getFirst();
        municipalities.put(new County(item.number(), item.name(), period));
    }

    private static Period from(LocalDate day) {
        return new Period(Optional.of(day), Optional.empty());
    }

    private static Period periodOf(Difference difference, Municipalities municipalities) {
        var number = difference.before().getFirst().number();
        return municipalities.load().counties().stream()
                .filter(county -> county.number().equals(number))
                .map(County::period)
                .findFirst()
                .orElseThrow();
    }
}
