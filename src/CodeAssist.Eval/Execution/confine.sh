#!/bin/sh
# Runs as root of a fresh user, mount, process, network and IPC namespace, owned by an unprivileged user.
# Arguments: the new root (an empty folder), the folder of dotnet, the runner's folder, a folder to show and the path at
# which it appears (both may be empty), the folder to start in, bytes of memory, of scratch files and of a file's size,
# number of processes and of open files; then the command line, as seen from the new root.
set -eu
root=$1 dotnet=$2 runner=$3 tree=$4 at=$5 start=$6 data=$7
shift 7
scratch=$1 size=$2 processes=$3 files=$4
shift 4

show() {
    [ -e "$1" ] || return 0
    mkdir -p "$root$2"
    mount --rbind "$1" "$root$2"
    mount -o remount,bind,ro "$root$2" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$root$2"
}

mount -t tmpfs -o mode=0755,size=1m tmpfs "$root"
show /usr /usr
for folder in bin sbin lib lib32 lib64; do
    if [ -L "/$folder" ]; then cp -P "/$folder" "$root/$folder"; else show "/$folder" "/$folder"; fi
done
case $dotnet in /usr/*) ;; *) show "$dotnet" "$dotnet" ;; esac
show "$runner" /runner
[ -z "$tree" ] || show "$tree" "$at"
mkdir "$root/etc" "$root/dev" "$root/proc" "$root/scratch" "$root/old"
[ ! -e /etc/ld.so.cache ] || cp /etc/ld.so.cache "$root/etc/ld.so.cache"
show /etc/alternatives /etc/alternatives
for device in null zero full random urandom; do
    : > "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t tmpfs -o "mode=1777,nosuid,nodev,size=$scratch" tmpfs "$root/scratch"
cd "$root"
pivot_root . old
cd "$start"
umount -l /old
mount -o remount,bind,ro /

# Another user namespace, in which root does not exist: what ran up to here cannot be reached from there, and the
# runner's own memory is closed to file access once it says so. This shell stays the first process: when it goes, all go.
prlimit "--data=$data" "--fsize=$size" "--nproc=$processes" "--nofile=$files" --core=0 --stack=8388608 -- \
    unshare --user --map-user=65534 --map-group=65534 -- "$@"
