/** The register of cost keys (<i>kostnadsnøkler</i>): which criteria the framework grant is divided by, with what weight. */
@NullMarked
package no.opptrapping.grant.costkeys;

import org.jspecify.annotations.NullMarked;
