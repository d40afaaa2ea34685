package org.claimgate.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * An H2 for controls that have to lose something: nobody can force its disk. As it is by default, commits are written half a second later as
 * well.
 */
final class ForgetfulDriver implements Driver {

    /** What is forgotten. */
    enum Kind {
        /** To write and to force what has been promised. */
        DEFAULT("set write_delay 500"),
        /** To force it. */
        UNFORCED("checkpoint");

        private final String instead;

        Kind(String instead) {
            this.instead = instead;
        }
    }

    private final Driver real = new org.h2.Driver();
    private final Kind kind;

    private ForgetfulDriver(Kind kind) {
        this.kind = kind;
    }

    /** Takes H2's place in this process. */
    static void install(Kind kind) throws SQLException {
        DriverManager.deregisterDriver(DriverManager.getDriver("jdbc:h2:mem:"));
        DriverManager.registerDriver(new ForgetfulDriver(kind));
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        // By default it does not lie on our disk either, which holds back what is not forced.
        String place = kind == Kind.DEFAULT ? url.replace("jdbc:h2:ordered:", "jdbc:h2:") : url;
        Connection connection = real.connect(place, info);
        return connection == null ? null : (Connection) forgetful(Connection.class, connection);
    }

    private Object forgetful(Class<?> type, Object object) {
        return Proxy.newProxyInstance(
                ForgetfulDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(object, method, arguments));
    }

    private Object invoke(Object object, Method method, Object[] arguments) throws Throwable {
        try {
            Object[] untrue = arguments == null ? null : lie(arguments);
            Object result = method.invoke(object, untrue);
            return method.getReturnType() == Statement.class ? forgetful(Statement.class, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object[] lie(Object[] arguments) {
        Object[] untrue = arguments.clone();
        if ("checkpoint sync".equals(arguments[0])) {
            untrue[0] = kind.instead;
        }
        return untrue;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }
}
