/** What the tests of every service use: real infrastructure, bounded waiting, house rules, contracts and texts. */
@NullMarked
package no.opptrapping.platform.testing;

import org.jspecify.annotations.NullMarked;
