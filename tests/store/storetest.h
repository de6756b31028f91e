// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/stations.h"

#include <QtTest>

#include <chrono>
#include <functional>
#include <memory>

// What the store's tests share. Each runs on both databases: the test class says
//     private slots:
//         void initTestCase_data() { storetest::addBackends(); }
//         void cleanupTestCase() { storetest::shutDown(); }
class PgFixture;

namespace storetest {

using namespace Qt::Literals::StringLiterals;

/// Global data rows "sqlite" and "postgresql".
void addBackends();
/// Of the global data row that is running.
store::Backend backend();
/// The server, started when first used. Fails the test if it cannot be had.
PgFixture &server();
void shutDown();

/// An empty database of the running row's kind, for one test function.
store::Location freshLocation();
store::Location freshSqliteLocation();
/// An empty database for one fixture, in tests that have no such rows and run twice instead (sm_test_postgresql in CMake): a
/// file in `folderPath`, or with SM_TEST_DATABASE=postgresql a schema on the program's server, which then stops by itself.
store::Location ownLocation(const QString &folderPath);
/// Opened and migrated; null (and the test failed) if that goes wrong.
std::unique_ptr<store::Database> freshDatabase();
std::unique_ptr<store::Database> open(const store::Location &location,
                                      store::Access access = store::Access::ReadWrite);

/// Two nodes at once, on PostgreSQL: `late` reads what was before `first`, then has to wait for its COMMIT.
void race(const store::Location &location, const std::function<void(store::Database &)> &first,
          const std::function<void(store::Database &)> &late);

/// 2026-11-22T12:00:00Z and so many seconds.
ocpp::Timestamp at(qint64 seconds);
/// An accepted station.
void addStation(store::Database &db, const QString &id);
/// "" or the error's text and detail: QCOMPARE(problem(db), "") says what went wrong.
QString problem(store::Database &db);

} // namespace storetest

/// Checks that nothing failed so far.
#define VERIFY_OK(db) QCOMPARE(storetest::problem(db), QString())
