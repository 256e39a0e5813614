/**
 * ICAO master lists (docs 40 section 11; Doc 9303-12 section 9): reads one, checks who signed it, and sorts its certificates into those that an authority could
 * list and those that it could not, each with the reason.
 *
 * <p>It puts nothing into a trust list: that is for people to decide.
 */
@NullMarked
package org.stayseal.trust.authority.masterlist;

import org.jspecify.annotations.NullMarked;
