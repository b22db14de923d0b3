import type { Message } from '@assess/dsl';

const causes = new Map<string, Message>(
  Object.entries({
    EACCES: { zh: '没有权限', en: 'permission denied' },
    EPERM: { zh: '没有权限', en: 'operation not permitted' },
    EBUSY: { zh: '文件正被占用', en: 'the file is in use' },
    EDQUOT: { zh: '磁盘配额已满', en: 'the disk quota is used up' },
    EIO: { zh: '读写设备出错', en: 'the device reports an input/output error' },
    EISDIR: { zh: '这是一个目录，不是文件', en: 'it is a directory, not a file' },
    ELOOP: { zh: '符号链接循环', en: 'the symbolic links form a loop' },
    EMFILE: { zh: '打开的文件过多', en: 'too many files are open' },
    ENAMETOOLONG: { zh: '文件名过长', en: 'the name is too long' },
    ENOENT: { zh: '没有这个文件或目录', en: 'there is no such file or directory' },
    ENOSPC: { zh: '磁盘已满', en: 'no space is left on the disk' },
    ENOTDIR: { zh: '路径的一部分不是目录', en: 'a part of the path is not a directory' },
    EROFS: { zh: '文件系统是只读的', en: 'the file system is read-only' },
    ETXTBSY: { zh: '文件正被执行', en: 'the file is being executed' },
    ERR_FS_FILE_TOO_LARGE: { zh: '文件超过 2 GiB', en: 'the file is larger than 2 GiB' },
    ERR_INVALID_ARG_VALUE: { zh: '路径中有不允许的字符', en: 'the path has a character that is not allowed' },
  }),
);

/**
 * Why the system refused, in words; the system's own code where we have no words for it.
 *
 * @throws the error itself if it is not one of the system's: then it is a bug of ours.
 */
export function causeOf(error: unknown): Message {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return causes.get(error.code) ?? { zh: error.code, en: error.code };
}
