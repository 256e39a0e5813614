package org.stayseal.vectors;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.vds.Seal;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;

/** Lists of seals in shards, and what becomes of a suspension that is lifted. */
final class ListedSeals {

    private static final Instant SINCE = UtopianVectors.BEGIN.plusSeconds(14 * 86400);
    private static final int EIGHT_BYTES = 16;

    private ListedSeals() {}

    static Seal suspended(UtopianVectors utopia) {
        return utopia.seal(UtopianVectors.permit().number("UTSUSPEND"));
    }

    static Seal superseded(UtopianVectors utopia) {
        return utopia.seal(UtopianVectors.permit().number("UTREPLACE"));
    }

    /** Not revoked: it shares its first eight bytes with one that is. */
    static Seal met(UtopianVectors utopia) {
        return utopia.seal(UtopianVectors.permit().number("UTSHARED1"));
    }

    /** Not revoked: seals are that differ from it in one bit. */
    static Seal missed(UtopianVectors utopia) {
        return utopia.seal(UtopianVectors.permit().number("UTSHARED2"));
    }

    static byte[] sharded(UtopianVectors utopia) throws PublicationRefusedException {
        Map<String, SealRevocations.Entry> seals = new HashMap<>(utopia.input().seals());
        seals.put(Hex.encode(suspended(utopia).identity()), new SealRevocations.Entry(2, SINCE));
        seals.put(Hex.encode(superseded(utopia).identity()), new SealRevocations.Entry(3, SINCE));
        String met = Hex.encode(met(utopia).identity());
        seals.put(met.substring(0, EIGHT_BYTES) + "0123456789abcdef", new SealRevocations.Entry(1, SINCE));
        for (int bit : new int[] {0, 7, 8, 30, 56, 63}) {
            byte[] neighbour = missed(utopia).identity();
            neighbour[bit / 8] ^= (byte) (0x80 >> bit % 8);
            seals.put(HexFormat.of().formatHex(neighbour), new SealRevocations.Entry(1, SINCE));
        }
        return utopia.authority()
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .writingOut(0)
                .publish(new PublicationInput(utopia.input().statusLists(), seals))
                .snapshot();
    }

    /** The next lists: written out again, nothing is suspended any more, and the status list says that it is online. */
    static byte[] lifted(UtopianVectors utopia) throws PublicationRefusedException {
        PublicationInput.StatusShard before = utopia.input().statusLists().get(0);
        Map<Integer, Integer> statuses = new HashMap<>(before.statuses());
        statuses.remove((int) UtopianVectors.SUSPENDED);
        Map<String, SealRevocations.Entry> seals = new HashMap<>(utopia.input().seals());
        seals.put(Hex.encode(superseded(utopia).identity()), new SealRevocations.Entry(3, SINCE));
        return utopia.onlineAuthority()
                .at(UtopianVectors.PUBLISHED.plusSeconds(3600))
                .sequence(9)
                .publish(new PublicationInput(
                        List.of(new PublicationInput.StatusShard(before.shard(), before.size(), statuses)), seals))
                .snapshot();
    }
}
