/** Awards (tilsagn): a municipality's right to money, its letter, and the municipality's acceptance of the terms. */
@NullMarked
package no.opptrapping.grant.awards;

import org.jspecify.annotations.NullMarked;
