package org.claimgate.camel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount;

/** A partner's SFTP account as placeholders of the route files: {@code partner.<id>.host} and so on. */
final class SftpPlaces {

    private static final Duration EARLIEST = Duration.ofMillis(500);
    private static final Duration MOST_SPREAD = Duration.ofSeconds(10);

    private SftpPlaces() {}

    /** @param downloads what files are downloaded into */
    static void put(Properties properties, Partner partner, Path downloads) {
        SftpAccount sftp = partner.sftp();
        String prefix = "partner." + partner.id() + '.';
        properties.setProperty(prefix + "host", sftp.host());
        properties.setProperty(prefix + "port", String.valueOf(sftp.port()));
        properties.setProperty(prefix + "inbound", sftp.inbound());
        properties.setProperty(prefix + "user", sftp.signIn().user());
        properties.setProperty(prefix + "authentication", SftpSessions.authentication(sftp.signIn()));
        properties.setProperty(prefix + "poll", String.valueOf(sftp.poll().toMillis()));
        properties.setProperty(
                prefix + "firstPoll", String.valueOf(firstPoll(partner).toMillis()));
        properties.setProperty(prefix + "disconnect", String.valueOf(sftp.keep().isZero()));
        put(properties, prefix + "downloads", downloads);
        put(properties, prefix + "password", sftp.signIn().password());
        put(properties, prefix + "privateKey", sftp.signIn().privateKeyFile());
        put(properties, prefix + "passphrase", sftp.signIn().privateKeyPassphrase());
        put(properties, prefix + "knownHosts", sftp.trust().knownHostsFile());
    }

    /** Each partner's polls begin at a moment of its own, so that they are not all at once. */
    private static Duration firstPoll(Partner partner) {
        long spread = Math.min(partner.sftp().poll().toMillis(), MOST_SPREAD.toMillis());
        return EARLIEST.plusMillis(Math.floorMod(partner.id().hashCode(), spread));
    }

    private static void put(Properties properties, String name, Object value) {
        if (value != null) {
            properties.setProperty(name, value.toString());
        }
    }
}
