package org.claimgate.camel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.claimgate.flow.RemoteFolder;
import org.claimgate.partner.Partner;

/** Opens drop folders of partners: only with the host keys of the partner's own file, and never without end. */
final class SftpSessions implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int KEEP_ALIVE_MILLIS = 5_000;
    private static final int KEEP_ALIVES_MISSED = 3;

    private final Duration patience;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sftp-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    SftpSessions(Duration patience) {
        this.patience = patience;
    }

    /** A session's line; the sftp address of a route takes it as its proxy. */
    CuttableLine line(Partner partner) {
        return new CuttableLine(partner.id(), patience, watchdog);
    }

    /** The folder that claims are dropped into. Nothing is opened before it is used. */
    RemoteFolder outbound(CamelContext context, Partner partner) {
        SftpEndpoint endpoint = endpoint(context, partner);
        SftpOperations operations = new SftpOperations(line(partner));
        operations.setEndpoint(endpoint);
        return new SftpRemoteFolder(partner, endpoint, operations);
    }

    /** Which ways to sign in are offered to the server. */
    static String authentication(Partner.Sftp sftp) {
        return sftp.privateKeyFile() == null ? "password,keyboard-interactive" : "publickey";
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    /** The options of the pick-up template, for an address that no route shows: set one by one, so no text holds secrets. */
    static SftpEndpoint endpoint(CamelContext context, Partner partner) {
        Partner.Sftp sftp = partner.sftp();
        SftpEndpoint endpoint = new SftpEndpoint();
        endpoint.setCamelContext(context);
        SftpConfiguration configuration = new SftpConfiguration();
        configuration.setHost(sftp.host());
        configuration.setPort(sftp.port());
        configuration.setUsername(sftp.user());
        configuration.setPassword(sftp.password());
        if (sftp.privateKeyFile() != null) {
            configuration.setPrivateKeyFile(sftp.privateKeyFile().toString());
        }
        configuration.setKnownHostsFile(sftp.knownHostsFile().toString());
        configuration.setUseUserKnownHostsFile(false);
        configuration.setStrictHostKeyChecking("yes");
        configuration.setPreferredAuthentications(authentication(sftp));
        configuration.setConnectTimeout(CONNECT_MILLIS);
        configuration.setServerAliveInterval(KEEP_ALIVE_MILLIS);
        configuration.setServerAliveCountMax(KEEP_ALIVES_MISSED);
        configuration.setStepwise(false);
        configuration.setDirectory(sftp.outbound());
        endpoint.setConfiguration(configuration);
        endpoint.setFileExist(GenericFileExist.Fail);
        endpoint.setFastExistsCheck(true);
        endpoint.setAllowNullBody(false);
        endpoint.setMaximumReconnectAttempts(0);
        endpoint.setReconnectDelay(0);
        return endpoint;
    }
}
