package org.claimgate.camel;

import java.util.Properties;
import org.claimgate.partner.Partner;

/** A partner's SFTP account as placeholders of the route files: {@code partner.<id>.host} and so on. */
final class SftpPlaces {

    private SftpPlaces() {}

    static void put(Properties properties, Partner partner) {
        Partner.Sftp sftp = partner.sftp();
        String prefix = "partner." + partner.id() + '.';
        properties.setProperty(prefix + "host", sftp.host());
        properties.setProperty(prefix + "port", String.valueOf(sftp.port()));
        properties.setProperty(prefix + "inbound", sftp.inbound());
        properties.setProperty(prefix + "user", sftp.user());
        properties.setProperty(prefix + "knownHosts", sftp.knownHostsFile().toString());
        properties.setProperty(prefix + "authentication", SftpSessions.authentication(sftp));
        properties.setProperty(prefix + "poll", String.valueOf(sftp.poll().toMillis()));
        if (sftp.privateKeyFile() == null) {
            properties.setProperty(prefix + "password", sftp.password());
        } else {
            properties.setProperty(prefix + "privateKey", sftp.privateKeyFile().toString());
        }
    }
}
