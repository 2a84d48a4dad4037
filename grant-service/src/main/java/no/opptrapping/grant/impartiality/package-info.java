/** Who is disqualified (inhabil) in which scheme, asked by every act on a scheme. */
@NullMarked
package no.opptrapping.grant.impartiality;

import org.jspecify.annotations.NullMarked;
