/** Calls (utlysninger): one year's invitation to apply under a scheme, announced by a second person. */
@NullMarked
package no.opptrapping.grant.calls;

import org.jspecify.annotations.NullMarked;
