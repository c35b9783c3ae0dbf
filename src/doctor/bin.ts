#!/usr/bin/env node
import { main } from "./main.js";

const { stdout, stderr, env } = process;
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, cwd: process.cwd(), env });
