// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "store/writerloop.h"

namespace store {

Writer::Writer(Location location, WriterOptions options, QObject *parent)
    : QObject(parent), loop_(std::make_unique<Loop>(*this, std::move(location), options))
{
    qRegisterMetaType<ChangeSet>("store::ChangeSet");
}

Writer::~Writer()
{
    stop();
}

void Writer::setBatchFinished(std::function<void()> hook)
{
    loop_->batchFinished = std::move(hook);
}

Outcome<void> Writer::start()
{
    return loop_->start();
}

void Writer::stop()
{
    loop_->stop();
}

void Writer::post(std::unique_ptr<Job> job)
{
    loop_->post(&job, 1);
}

void Writer::postUnhurried(std::unique_ptr<Job> job)
{
    loop_->post(&job, 1, Loop::Hurry::No);
}

void Writer::post(std::vector<std::unique_ptr<Job>> jobs)
{
    loop_->post(jobs.data(), jobs.size());
}

const Location &Writer::location() const
{
    return loop_->location;
}

QString Writer::id() const
{
    return loop_->id;
}

qsizetype Writer::queued() const
{
    return loop_->queued();
}

} // namespace store
