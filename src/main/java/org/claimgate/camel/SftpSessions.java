package org.claimgate.camel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;
import org.claimgate.partner.SftpAccount;

/** Sessions with partners' servers, one for each partner and direction: only with the host keys of the profile, never without end. */
final class SftpSessions implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int KEEP_ALIVE_MILLIS = 5_000;
    private static final int KEEP_ALIVES_MISSED = 3;

    private final Map<String, SftpRemoteFolder> outbound = new ConcurrentHashMap<>();
    private final Watchdog watchdog;

    SftpSessions(Duration patience) {
        watchdog = new Watchdog(patience);
    }

    /** The line of a partner's sessions in one direction; the sftp address of a route takes it as its proxy. */
    CuttableLine line(Partner partner) {
        return new CuttableLine(partner, watchdog);
    }

    /**
     * The folder that claims are dropped into. Nothing is opened before it is used; what is open when it is given back is
     * there for the next who asks. One at a time for each partner.
     */
    RemoteFolder outbound(CamelContext context, Partner partner) {
        return outbound.computeIfAbsent(partner.id(), id -> open(context, partner));
    }

    /** A session for whatever is to be tried. Nothing is opened before it is used. */
    SftpSession session(CamelContext context, Partner partner) {
        return lined(context, partner).session();
    }

    private SftpRemoteFolder open(CamelContext context, Partner partner) {
        SftpSessionComponent.Endpoint endpoint = lined(context, partner);
        return new SftpRemoteFolder(partner, endpoint, endpoint.session());
    }

    private SftpSessionComponent.Endpoint lined(CamelContext context, Partner partner) {
        SftpSessionComponent.Endpoint endpoint = endpoint(context, partner);
        endpoint.setProxy(line(partner));
        return endpoint;
    }

    /** Which ways to sign in are offered to the server. */
    static String authentication(SftpAccount.SignIn signIn) {
        return signIn.privateKeyFile() == null ? "password,keyboard-interactive" : "publickey";
    }

    @Override
    public void close() {
        outbound.values().forEach(SftpRemoteFolder::cut);
        watchdog.close();
    }

    /** The options of the pick-up template, for an address that no route shows: set one by one, so no text holds secrets. */
    static SftpSessionComponent.Endpoint endpoint(CamelContext context, Partner partner) {
        SftpAccount sftp = partner.sftp();
        SftpSessionComponent.Endpoint endpoint = new SftpSessionComponent.Endpoint();
        endpoint.setCamelContext(context);
        endpoint.setConfiguration(configuration(sftp));
        endpoint.setFileExist(GenericFileExist.Fail);
        endpoint.setFastExistsCheck(true);
        endpoint.setAllowNullBody(false);
        endpoint.setMaximumReconnectAttempts(0);
        endpoint.setReconnectDelay(0);
        return endpoint;
    }

    private static SftpConfiguration configuration(SftpAccount sftp) {
        SftpConfiguration configuration = new SftpConfiguration();
        configuration.setHost(sftp.host());
        configuration.setPort(sftp.port());
        configuration.setUsername(sftp.signIn().user());
        configuration.setPassword(sftp.signIn().password());
        configuration.setPrivateKeyFile(text(sftp.signIn().privateKeyFile()));
        configuration.setPrivateKeyPassphrase(sftp.signIn().privateKeyPassphrase());
        configuration.setKnownHostsFile(text(sftp.trust().knownHostsFile()));
        configuration.setUseUserKnownHostsFile(false);
        configuration.setStrictHostKeyChecking("yes");
        configuration.setPreferredAuthentications(authentication(sftp.signIn()));
        configuration.setConnectTimeout(CONNECT_MILLIS);
        configuration.setServerAliveInterval(KEEP_ALIVE_MILLIS);
        configuration.setServerAliveCountMax(KEEP_ALIVES_MISSED);
        configuration.setStepwise(false);
        configuration.setStreamDownload(true);
        configuration.setDirectory(sftp.outbound());
        return configuration;
    }

    private static String text(Path file) {
        return file == null ? null : file.toString();
    }
}
