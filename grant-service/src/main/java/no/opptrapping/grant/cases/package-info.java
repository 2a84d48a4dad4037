/** Cases (saker): who works on a submitted application, and who did before. */
@NullMarked
package no.opptrapping.grant.cases;

import org.jspecify.annotations.NullMarked;
