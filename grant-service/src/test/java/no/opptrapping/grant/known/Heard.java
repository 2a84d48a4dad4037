package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.Structure;

/** What a test lets grant-service have heard, without a database. */
public final class Heard {
    private Heard() {}

    /** The municipalities. */
    public static KnownMunicipalities municipalities(List<HeardMunicipality> heard) {
        var structure = new Structure(heard);
        return new KnownMunicipalities(new HeardMunicipalities() {
            @Override
            public void keep(HeardMunicipality another) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Structure structure() {
                return structure;
            }
        });
    }

    /** The indicators. */
    public static KnownIndicators indicators(List<HeardIndicator> heard) {
        return new KnownIndicators(new Listed(heard));
    }

    private record Listed(List<HeardIndicator> heard) implements HeardIndicators {
        @Override
        public void keep(HeardIndicator another) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HeardIndicator> latest(String code, Year year, LocalDate structureDate) {
            return of(code, year)
                    .filter(one -> one.structureDate().equals(structureDate))
                    .max(Comparator.comparingInt(HeardIndicator::version));
        }

        @Override
        public Optional<HeardIndicator> latest(String code, LocalDate structureDate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HeardIndicator> version(String code, Year year, LocalDate structureDate, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SortedSet<LocalDate> structureDates(String code, Year year) {
            return of(code, year).map(HeardIndicator::structureDate).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public SortedSet<Year> years(String code) {
            return heard.stream()
                    .filter(one -> one.code().equals(code)
                            && one.structureDate().equals(one.year().atDay(1)))
                    .map(HeardIndicator::year)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Set<String> codes() {
            return heard.stream().map(HeardIndicator::code).collect(Collectors.toSet());
        }

        private Stream<HeardIndicator> of(String code, Year year) {
            return heard.stream()
                    .filter(one -> one.code().equals(code) && one.year().equals(year));
        }
    }
}
