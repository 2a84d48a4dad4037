package no.opptrapping.platform.apidocument;

import no.opptrapping.platform.access.ActingFor;
import no.opptrapping.platform.access.Roles;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The header {@code Acting-For} in an API document: described once, and declared wherever a municipality may call. */
final class ActingForHeader {
    private static final String NAME = "ActingFor";

    private ActingForHeader() {}

    static void describeIn(Components components) {
        components.addParameter(
                NAME,
                OASFactory.createParameter()
                        .name(ActingFor.HEADER)
                        .in(Parameter.In.HEADER)
                        .description(
                                "The number of the municipality that the caller acts for, when the token is that of"
                                        + " its host or supplier. The register says who may act for whom today; without the"
                                        + " header the caller is the token's own municipality")
                        .required(false)
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .minLength(4)
                                .maxLength(4)
                                .pattern("^[0-9]{4}$"))
                        .example("5501"));
    }

    /** Declares it on an operation whose tokens are known. */
    static void declareOn(Operation operation) {
        var municipalitiesCall = operation.getSecurity().stream()
                .map(requirement -> requirement.getScheme(SharedApiDocument.MASKINPORTEN))
                .anyMatch(roles -> roles != null && roles.stream().anyMatch(Roles::letsMunicipalitiesIn));
        if (municipalitiesCall) {
            operation.addParameter(OASFactory.createParameter().ref(NAME));
        }
    }
}
