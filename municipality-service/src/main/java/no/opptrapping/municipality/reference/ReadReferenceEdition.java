package no.opptrapping.municipality.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.registry.Register;

/** Reads the reference data that comes with the service and puts it together; pure, apart from reading the files. */
public final class ReadReferenceEdition {
    /** Raised when what is made of the files changes though they do not, so that the edition is taken in again. */
    private static final int READER = 1;

    private ReadReferenceEdition() {}

    /**
     * The edition.
     *
     * @throws MalformedReference if a line cannot be read
     */
    public static ReferenceEdition read() {
        var municipalityLines = ReferenceLines.read("municipalities.txt");
        var changeLines = ReferenceLines.read("changes.txt");
        var countyLines = ReferenceLines.read("counties.txt");
        var officeLines = ReferenceLines.read("county-governor-offices.txt");
        var organisationLines = ReferenceLines.read("organisation-numbers.txt");
        var populationLines = ReferenceLines.read("population.txt");
        var kostraLines = ReferenceLines.read("kostra-groups.txt");
        var regionLines = ReferenceLines.read("health-regions.txt");
        var centralityLines = ReferenceLines.read("centrality.txt");
        var trustLines = ReferenceLines.read("health-trust-areas.txt");
        var needLines = ReferenceLines.read("need-index.txt");
        var indicatorLines = ReferenceLines.read("indicators.txt");

        var municipalities =
                new MunicipalitiesFile(OrganisationNumbersFile.parse(organisationLines)).parse(municipalityLines);
        var populations = new Populations(PopulationFile.parse(populationLines));
        var counties = CountiesFile.parse(countyLines);
        var changes = new ChangesFile(municipalities, populations).parse(changeLines);
        var register = new Register(municipalities, counties, new Lineage(changes));
        var indicators = IndicatorsFile.parse(indicatorLines);
        var observations = new ReferenceObservations(register, populations);
        return new ReferenceEdition(
                fingerprint(List.of(
                        municipalityLines,
                        changeLines,
                        countyLines,
                        officeLines,
                        organisationLines,
                        populationLines,
                        kostraLines,
                        regionLines,
                        centralityLines,
                        trustLines,
                        needLines,
                        indicatorLines)),
                register,
                CountyGovernorOfficesFile.parse(officeLines),
                indicators,
                Stream.of(
                                observations.populations(),
                                observations.kostraGroups(kostraLines),
                                observations.healthRegions(regionLines),
                                observations.centralityClasses(centralityLines),
                                observations.healthTrustAreas(trustLines),
                                observations.needIndices(needLines))
                        .flatMap(List::stream)
                        .toList());
    }

    private static String fingerprint(List<ReferenceLines> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((byte) READER);
            files.forEach(file -> sha.update(file.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
