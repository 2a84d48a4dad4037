package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.sync.Difference.Item;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counties. */
@ApplicationScoped
class SyncCounties implements Synchronisation {
    private final CountyClassification classification;
    private final CurrentRegister currentRegister;
    private final Municipalities municipalities;
    private final MunicipalityFeed feed;
    private final int yearsBack;
    private final int yearsAhead;

    SyncCounties(
            CountyClassification classification,
            CurrentRegister currentRegister,
            Municipalities municipalities,
            MunicipalityFeed feed,
            @ConfigProperty(name = "opptrapping.sync.years-back") int yearsBack,
            @ConfigProperty(name = "opptrapping.sync.years-ahead") int yearsAhead) {
        this.classification = classification;
        this.currentRegister = currentRegister;
        this.municipalities = municipalities;
        this.feed = feed;
        this.yearsBack = yearsBack;
        this.yearsAhead = yearsAhead;
    }

    @Override
    public Source source() {
        return Source.COUNTIES;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var from = today.minusYears(yearsBack).withDayOfYear(1);
        var to = today.plusYears(yearsAhead + 1L).withDayOfYear(1);
        var revision = currentRegister.get();
        var listed = classification.counties(from, to);
        return new Found(
                "register/" + revision.number(),
                new CompareCounties(revision.register(), from, to).differences(listed));
    }

    @Override
    public String basis(List<Difference> differences) {
        return "register/" + municipalities.revision();
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions) {
        var edition = municipalities.lock();
        var known = municipalities.load().counties();
        for (var difference : differences) {
            switch (difference.kind()) {
                case COUNTY_NEW ->
                    put(difference.after().getFirst(), new Period(Optional.of(difference.on()), Optional.empty()));
                case COUNTY_RENAMED -> put(difference.after().getFirst(), periodOf(difference, known));
                case COUNTY_CEASED ->
                    put(
                            difference.before().getFirst(),
                            new Period(periodOf(difference, known).from(), Optional.of(difference.on())));
                default -> throw new IllegalStateException("No difference of counties: " + difference);
            }
        }
        municipalities.changed(edition);
        feed.announceChanges(municipalities.load());
    }

    private void put(Item item, Period period) {
        municipalities.put(new County(item.number(), item.name(), period));
    }

    private static Period periodOf(Difference difference, List<County> known) {
        return known.stream()
                .filter(county ->
                        county.number().equals(difference.before().getFirst().number()))
                .map(County::period)
                .findFirst()
                .orElseThrow();
    }
}
