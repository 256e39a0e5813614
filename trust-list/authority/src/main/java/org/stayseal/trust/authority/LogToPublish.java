package org.stayseal.trust.authority;

import java.util.Optional;
import org.stayseal.spec.log.ConsistencyProof;

/**
 * The issued log as it is now, for the tree head that goes with a publication (TRUST-183).
 *
 * @param size how many leaves
 * @param rootHash 32 bytes
 * @param proof that it begins with the log of the newest publication; empty where that had no leaf
 */
public record LogToPublish(long size, byte[] rootHash, Optional<ConsistencyProof> proof) {

    /** Refuses a size below nothing and a hash of another length. */
    public LogToPublish {
        rootHash = rootHash.clone();
        if (size < 0 || rootHash.length != 32) {
            throw new IllegalArgumentException("a log has a size and a root hash of 32 bytes");
        }
    }

    @Override
    public byte[] rootHash() {
        return rootHash.clone();
    }
}
